import { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'
import type { OperationLimits } from './OperationLimits.ts'

/** The fault of an operation that exceeds a limit; its extensions say which and how much is allowed. */
export function tooLarge(limit: keyof OperationLimits, allowed: number): GraphQLError {
  const { message, extensions } = fault('OPERATION_TOO_LARGE')
  return new GraphQLError(message, { extensions: { ...extensions, limit, allowed } })
}
