import { errors } from './errors.ts'
import type { ErrorCode } from './errors.ts'

/** True when the value is a code of the error table. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(errors, value)
}
