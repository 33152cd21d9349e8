import { GraphQLError } from 'graphql'
import { codeOfStatus } from '../../platform/codeOfStatus.ts'
import { fault } from '../../platform/fault.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { isRecord } from '../../platform/isRecord.ts'

/** The faults behind whatever a stage threw; what is no fault of ours leaves as the code of its status, or INTERNAL. */
export function faultsOf(error: unknown): readonly GraphQLError[] {
  if (error instanceof AggregateError) return error.errors.flatMap(faultsOf)
  if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) return [error]
  return [fault(codeOfStatus(isRecord(error) ? error['statusCode'] : undefined))]
}
