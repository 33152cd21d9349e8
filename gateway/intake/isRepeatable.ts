import { OperationTypeNode } from 'graphql'
import type { Exchange } from './createExchange.ts'

/** Whether a request may be sent again as it is. A mutation may not: part of it may have been done. */
export function isRepeatable({ asked }: Pick<Exchange, 'asked'>): boolean {
  return asked?.operation.definition.operation !== OperationTypeNode.MUTATION
}
