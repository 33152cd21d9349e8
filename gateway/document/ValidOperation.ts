import type { DocumentNode, OperationDefinitionNode } from 'graphql'

/** An operation that was found valid. */
export interface ValidOperation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
}
