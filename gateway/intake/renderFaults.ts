import type { GraphQLError } from 'graphql'
import { errorCodeOf } from '../../platform/errorCodeOf.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { headers } from '../../platform/headers.ts'
import { chooseMediaType } from './chooseMediaType.ts'
import { statusOf } from './statusOf.ts'

export interface FaultRequest {
  readonly correlationId: string
  readonly accept?: string | undefined
  /** Whether the request may be sent again as it is; unless it is said, it may. */
  readonly repeatable?: boolean
}

/** An HTTP answer that says what is wrong. */
export interface RenderedFaults {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly codes: readonly ErrorCode[]
}

/** Renders faults in the one shape that errors have: `{ errors: [{ message, locations?, extensions }] }`. */
export function renderFaults(
  faults: readonly GraphQLError[],
  { correlationId, accept, repeatable = true }: FaultRequest,
): RenderedFaults {
  const codes = faults.map(errorCodeOf)
  const mediaType = chooseMediaType(accept) ?? 'application/json'
  const errors = faults.map((fault) => ({
    ...fault.toJSON(),
    extensions: { ...fault.extensions, ...(repeatable ? {} : { retryable: false }), correlationId },
  }))
  const seconds = faults.map(({ extensions }) => extensions['retryAfterSeconds']).find(Number.isInteger)
  const status = statusOf(codes, mediaType)
  return {
    status,
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'cache-control': 'no-store',
      [headers.correlationId]: correlationId,
      ...(typeof seconds === 'number' ? { 'retry-after': `${seconds}` } : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(codes.includes('METHOD_NOT_ALLOWED') ? { allow: 'GET, POST' } : {}),
    },
    body: JSON.stringify({ errors }),
    codes,
  }
}
