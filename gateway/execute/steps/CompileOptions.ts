import type { GraphQLSchema } from 'graphql'
import type { Variables } from '../Variables.ts'
import type { AgencySource } from '../ask/createAgencySource.ts'
import type { FetchShape } from '../shape/FetchShape.ts'
import type { Opacity } from '../text/createOpacity.ts'
import type { NamerOf } from './createSharedNamers.ts'

/** What the parts of a plan are compiled with. */
export interface CompileOptions {
  readonly supergraph: GraphQLSchema
  readonly sourceOf: (agency: string) => AgencySource
  /** Reads the text of a fetch against the supergraph. */
  readonly shapeOf: (query: string) => FetchShape
  /** Tells what of its answers nobody looks into; where this is left out, somebody may look into all of them. */
  readonly opaqueOf?: Opacity
  /** Gives a fetch of entities its namer; one of its own, where this is left out. */
  readonly namerOf?: NamerOf
  /** Whether agencies are told what an entity stands in: what is below it then is another wherever it stands. */
  readonly isContextual?: boolean
  /** The defaults of the operation's variables. */
  readonly defaults: Variables
}
