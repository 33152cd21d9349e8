import { getOperationAST, OperationTypeNode } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { fault } from '../../platform/fault.ts'

export interface OperationChoice {
  readonly operationName: string | undefined
  /** Over GET only a query may run (GraphQL over HTTP, section 5.3). */
  readonly method: string
}

/** The operation of a document that the request asks for. Throws a fault when there is none, or not over this method. */
export function selectOperation(
  document: DocumentNode,
  { operationName, method }: OperationChoice,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName)
  if (operation === null || operation === undefined) throw fault('OPERATION_RESOLUTION_FAILURE')
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw fault('OPERATION_RESOLUTION_FAILURE')
  if (method === 'GET' && operation.operation !== OperationTypeNode.QUERY) throw fault('METHOD_NOT_ALLOWED')
  return operation
}
