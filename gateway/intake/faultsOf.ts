import { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { codeOfStatus } from './codeOfStatus.ts'

/** The faults behind whatever a stage threw; what is no fault of ours leaves as the code of its status, or INTERNAL. */
export function faultsOf(error: unknown): readonly GraphQLError[] {
  if (error instanceof AggregateError) return error.errors.flatMap(faultsOf)
  if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) return [error]
  const { code, statusCode } = errorParts(error)
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return [fault('DEADLINE_EXCEEDED')]
  return [fault(codeOfStatus(statusCode))]
}

/** What libraries tell with their errors. */
interface ErrorParts {
  readonly code?: unknown
  readonly statusCode?: unknown
}

function errorParts(error: unknown): ErrorParts {
  return typeof error === 'object' && error !== null ? error : {}
}
