import type { DocumentNode } from 'graphql'
import type { ObjectShape } from './Selection.ts'

/** What is known of a fetch from its text and the supergraph alone. */
export interface FetchShape {
  readonly kind: 'query' | 'mutation'
  readonly root: ObjectShape
  /** For a fetch of entities, what one of a type must look like; undefined for a fetch of root fields. */
  readonly entityOf: ((typeName: string) => ObjectShape) | undefined
  /** Every response key of the text. */
  readonly keys: ReadonlySet<string>
  /** Whether variables other than `representations` have a say in what is asked for. */
  readonly usesVariables: boolean
  /** Whether all that the text says is in its shape, so that two texts of one shape ask for the same. */
  readonly isPlain: boolean
  /** The text, read. */
  readonly document: DocumentNode
}
