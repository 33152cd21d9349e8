import type { ErrorCode } from './errors.ts'

/** The code for a status that a library gave: its own text stays inside. */
export function codeOfStatus(status: unknown): ErrorCode {
  switch (status) {
    case 400:
      return 'BAD_REQUEST'
    case 404:
      return 'NOT_FOUND'
    case 405:
      return 'METHOD_NOT_ALLOWED'
    case 406:
      return 'NOT_ACCEPTABLE'
    case 413:
      return 'BODY_TOO_LARGE'
    case 415:
      return 'CONTENT_TYPE_UNSUPPORTED'
    default:
      return 'INTERNAL'
  }
}
