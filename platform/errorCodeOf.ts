import type { ErrorCode } from './errors.ts'
import { isErrorCode } from './isErrorCode.ts'

/** The code of an error that is shown to a client: INTERNAL where it has none of the table. */
export function errorCodeOf({ extensions }: { readonly extensions?: Readonly<Record<string, unknown>> }): ErrorCode {
  const code = extensions?.['code']
  return isErrorCode(code) ? code : 'INTERNAL'
}
