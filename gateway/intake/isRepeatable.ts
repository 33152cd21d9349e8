import { OperationTypeNode } from 'graphql'
import type { Exchange } from './createExchange.ts'

/** Whether a request may be sent again as it is. A mutation may not: part of it may have been done. */
export function isRepeatable({ operation }: Pick<Exchange, 'operation'>): boolean {
  return operation?.definition.operation !== OperationTypeNode.MUTATION
}
