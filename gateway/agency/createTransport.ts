import { Pool } from 'undici'
import { headers as names } from '../../platform/headers.ts'
import { oncePerText } from '../../platform/oncePerText.ts'
import type { AgencyCall } from './AgencyCall.ts'
import { AgencyFailure } from './AgencyFailure.ts'
import { AnswerReceiver } from './AnswerReceiver.ts'
import type { Dispatch } from './Dispatch.ts'
import { abortKind } from './abortKind.ts'
import { readAnswer } from './readAnswer.ts'
import { readCachePolicy } from './readCachePolicy.ts'
import { writeBody } from './writeBody.ts'

export interface TransportOptions {
  readonly agency: string
  readonly url: string
  readonly connections: number
  /** Milliseconds. */
  readonly connectTimeout: number
  readonly maxAnswerBytes: number
}

export interface Transport {
  readonly send: Dispatch
  /** Resolves when calls in flight are over and every connection is closed. */
  readonly close: () => Promise<void>
}

/**
 * The way to one agency: POST of JSON over HTTP/1.1 connections that stay open. A redirect is not followed, an answer is
 * read up to a bound, and what is not a GraphQL answer is a failure. `send` ends when the call's signal aborts.
 */
export function createTransport({ agency, url, ...options }: TransportOptions): Transport {
  const address = URL.parse(url)
  if (address === null || !/^https?:$/.test(address.protocol)) return nowhere(agency)
  const { connections, connectTimeout, maxAnswerBytes: maxBytes } = options
  // The call's own signal is the only timer: headersTimeout and bodyTimeout would be a second opinion, half a second late.
  const pool = new Pool(address.origin, {
    connections,
    connectTimeout,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const path = address.pathname + address.search
  const readPolicy = oncePerText(readCachePolicy)

  async function send(call: AgencyCall): Promise<Awaited<ReturnType<Dispatch>>> {
    const { signal } = call.deadline
    if (signal.aborted) throw new AgencyFailure(agency, abortKind(signal))
    const receiver = new AnswerReceiver({ agency, signal, maxBytes })
    pool.dispatch({ path, method: 'POST', headers: headersOf(call), body: call.body ?? writeBody(call) }, receiver)
    const bytes = await receiver.body
    const answer = call.read?.(bytes) ?? readAnswer(bytes.toString())
    if (answer === null) throw new AgencyFailure(agency, 'MALFORMED')
    if (call.fits?.(answer) === false) throw new AgencyFailure(agency, 'WRONG_SHAPE')
    const policy = readPolicy(receiver.cacheControl)
    return policy === undefined ? answer : { ...answer, policy }
  }

  async function close(): Promise<void> {
    if (!pool.closed) await pool.close()
  }
  return { send, close }
}

function headersOf(call: AgencyCall): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    [names.correlationId]: call.correlationId,
    [names.deadline]: String(Math.max(1, Math.floor(call.deadline.remaining()))),
    ...call.headers,
  }
}

/** For an address that nothing can be sent to: the gateway starts all the same, and the agency is unavailable. */
function nowhere(agency: string): Transport {
  return {
    send: () => Promise.reject(new AgencyFailure(agency, 'CONNECTION', { code: 'ERR_INVALID_URL' })),
    close: () => Promise.resolve(),
  }
}
