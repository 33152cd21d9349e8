import { randomUUID } from 'node:crypto'
import { createChangeSigner } from '../../../platform/createChangeSigner.ts'
import { digestBody } from '../../../platform/digestBody.ts'
import { headers } from '../../../platform/headers.ts'
import { codeOf } from '../../../platform/codeOf.ts'
import type { ChangeEvent } from './ChangeEvent.ts'

/**
 * What became of an announcement: taken, refused for what it says (to say it again is of no use), or to be made again. FOREIGN
 * is about a type that the agency has no part in, UNREADABLE is malformed or too large.
 */
export type PostOutcome = 'TAKEN' | 'FOREIGN' | 'UNREADABLE' | { readonly failed: string }

/** Posts changes to one gateway. Rejects only when `signal` aborts. */
export type Poster = (events: readonly ChangeEvent[], signal: AbortSignal) => Promise<PostOutcome>

export interface PosterOptions {
  /** The gateway's origin, such as `http://gateway:4000`. */
  readonly gateway: string
  readonly agency: string
  readonly callKey: string
  readonly clock: () => number
}

/** Milliseconds in which a gateway answers, or is taken for silent. */
const patience = 6_000

/** What a gateway says of an announcement that it will never take. Without one of these, a refusal may be a proxy's. */
const final = new Map<unknown, PostOutcome>([
  ['CHANGE_FOREIGN', 'FOREIGN'],
  ['CHANGE_MALFORMED', 'UNREADABLE'],
  ['BODY_TOO_LARGE', 'UNREADABLE'],
])

/** Makes the poster of an agency's changes; each post has a token of its own, for its very body. */
export function createPoster({ gateway, agency, callKey, clock }: PosterOptions): Poster {
  const sign = createChangeSigner({ key: callKey, agency, clock })
  const url = `${gateway.replace(/\/$/, '')}/changes`
  return async function post(events, signal) {
    signal.throwIfAborted()
    const body = JSON.stringify({ events })
    const token = sign({ id: randomUUID(), bodyDigest: digestBody(body) })
    // By hand: a signal that is derived from one that lives as long as the process is never freed.
    const attempt = new AbortController()
    const end = (): void => attempt.abort()
    const timer = setTimeout(end, patience)
    signal.addEventListener('abort', end, { once: true })
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [headers.callToken]: `Bearer ${token}` },
        body,
        redirect: 'error',
        signal: attempt.signal,
      })
      const text = await response.text()
      if (response.status === 204) return 'TAKEN'
      const refusal = codesIn(text).find((code) => final.has(code))
      return final.get(refusal) ?? { failed: `status ${response.status}` }
    } catch (error) {
      signal.throwIfAborted()
      // Of what did not get there, `fetch` says the reason in the cause alone.
      return { failed: error instanceof Error ? (codeOf(error.cause) ?? error.name) : 'unknown' }
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
    }
  }
}

function codesIn(text: string): readonly unknown[] {
  try {
    const body: unknown = JSON.parse(text)
    const errors = fieldOf(body, 'errors')
    return Array.isArray(errors) ? errors.map((error: unknown) => fieldOf(fieldOf(error, 'extensions'), 'code')) : []
  } catch {
    return []
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
}
