import type { DocumentNode } from 'graphql'
import type { Part } from '../../fetch/Asking.ts'
import type { ObjectShape } from './Selection.ts'

/** What is known of a fetch from its text and the supergraph alone. */
export interface FetchShape {
  readonly kind: 'query' | 'mutation'
  readonly root: ObjectShape
  /** Whether its parts are representations of entities, and not variables of root fields. */
  readonly isOfEntities: boolean
  /** What the answer to a part must look like: an entity of its type, or the root. */
  readonly shapeOf: (part: Part) => ObjectShape
  /** Every response key of the text. */
  readonly keys: ReadonlySet<string>
  /** Whether variables other than `representations` have a say in what is asked for. */
  readonly usesVariables: boolean
  /** Whether all that the text says is in its shape, so that two texts of one shape ask for the same. */
  readonly isPlain: boolean
  /** The text, read. */
  readonly document: DocumentNode
}
