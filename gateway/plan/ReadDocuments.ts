import type { DocumentNode, OperationDefinitionNode } from 'graphql'

/** The documents that were read before planning, and found good. */
export interface ReadDocuments {
  /** The document whose text has this SHA-256 (hexadecimal), while it is remembered. */
  readonly documentOf: (textHash: string) => DocumentNode | undefined
  /** What tells an operation of such a document from every other one, however it was written. */
  readonly digestOf: (definition: OperationDefinitionNode) => string | undefined
}
