import type { GraphQLSchema } from 'graphql'
import type { Variables } from './Variables.ts'
import type { AgencySource } from './createAgencySource.ts'

/** What the parts of a plan are compiled with. */
export interface CompileOptions {
  /** The supergraph, whole. */
  readonly schema: GraphQLSchema
  readonly sourceOf: (agency: string) => AgencySource
  /** The defaults of the operation's variables. */
  readonly defaults: Variables
}
