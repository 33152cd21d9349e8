import type { ErrorCode, ErrorEntry } from '../../platform/errors.ts'
import { errors } from '../../platform/errors.ts'
import type { MediaType } from './MediaType.ts'

/**
 * The status of an answer without data: that of its first code that has one of its own. A client that takes
 * `application/json` alone gets 200 for what is wrong with its operation (GraphQL over HTTP, section 6.4.1), since it
 * cannot tell our 400 from a proxy's.
 */
export function statusOf(codes: readonly ErrorCode[], mediaType: MediaType): number {
  if (mediaType === 'application/json' && codes.every(isAboutOperation)) return 200
  const refused = codes.find((code) => errors[code].http >= 400)
  return refused === undefined ? 200 : errors[refused].http
}

function isAboutOperation(code: ErrorCode): boolean {
  const { aboutOperation }: ErrorEntry = errors[code]
  return aboutOperation === true
}
