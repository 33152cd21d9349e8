import type { ErrorCode } from '../../platform/errors.ts'
import { errors } from '../../platform/errors.ts'
import type { MediaType } from './MediaType.ts'

/** What is wrong with the operation of a request that is otherwise well-formed. */
const aboutOperation: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'OPERATION_TOO_LARGE',
  'OPERATION_NOT_REGISTERED',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_USER_INPUT',
  'NIK_MALFORMED',
  'PAGE_SIZE_OUT_OF_RANGE',
])

/**
 * The status of an answer without data: that of its first code that has one of its own. A client that takes
 * `application/json` alone gets 200 for what is wrong with its operation (GraphQL over HTTP, section 6.4.1), since it
 * cannot tell our 400 from a proxy's.
 */
export function statusOf(codes: readonly ErrorCode[], mediaType: MediaType): number {
  if (mediaType === 'application/json' && codes.every((code) => aboutOperation.has(code))) return 200
  const refused = codes.find((code) => errors[code].http >= 400)
  return refused === undefined ? 200 : errors[refused].http
}
