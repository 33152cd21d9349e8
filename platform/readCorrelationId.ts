import { randomUUID } from 'node:crypto'
import { headers } from './headers.ts'

/** Of a version and the variant that there are (RFC 9562, section 4): sixteen digits with nothing behind them are none. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/**
 * The correlation id that a request brings, or a new one. Only a UUID (RFC 9562) is taken: the id is logged, written down and
 * sent on, so it must not be a text in which a name or a NIK stands by mistake.
 */
export function readCorrelationId(request: { readonly headers: Readonly<Record<string, unknown>> }): string {
  const given = request.headers[headers.correlationId]
  return typeof given === 'string' && uuid.test(given) ? given.toLowerCase() : randomUUID()
}
