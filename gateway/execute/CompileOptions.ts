import type { GraphQLSchema } from 'graphql'
import type { Variables } from './Variables.ts'
import type { AgencySource } from './createAgencySource.ts'
import type { NamerOf } from './createSharedNamers.ts'

/** What the parts of a plan are compiled with. */
export interface CompileOptions {
  /** The supergraph, whole. */
  readonly schema: GraphQLSchema
  readonly sourceOf: (agency: string) => AgencySource
  /** Gives a fetch of entities its namer; one of its own, where this is left out. */
  readonly namerOf?: NamerOf
  /** The defaults of the operation's variables. */
  readonly defaults: Variables
}
