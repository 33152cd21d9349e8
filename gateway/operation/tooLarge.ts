import type { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'
import type { OperationLimits } from './OperationLimits.ts'

/** The fault of an operation that exceeds a limit; its extensions say which, how much is allowed, and how much it asks for where that is known. */
export function tooLarge(limit: keyof OperationLimits, allowed: number, asked = Infinity): GraphQLError {
  return fault('OPERATION_TOO_LARGE', { limit, allowed, ...(Number.isFinite(asked) ? { asked } : {}) })
}
