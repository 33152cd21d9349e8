import { createRemoteJWKSet, customFetch, errors } from 'jose'
import type { Logger } from '../../platform/Logger.ts'
import { fault } from '../../platform/fault.ts'
import type { KeySource } from './KeySource.ts'

export interface KeySourceOptions {
  /** Where the issuer publishes its keys (RFC 7517, JWK Set). */
  readonly url: string
  readonly logger: Logger
  /** Milliseconds by a clock that nobody sets: a withdrawn key must not come back with the time. */
  readonly now: () => number
}

/** Milliseconds that the issuer may take to answer in full, so that whoever waits for it is answered within two seconds. */
const timeoutDuration = 1_500
/** Bytes of the longest answer of the issuer that is read. */
const longestAnswer = 1_048_576
/** Milliseconds after which keys are fetched again, behind the requests that go on with those there are. */
const freshLife = 180_000
/**
 * Milliseconds since the last try to fetch them after which requests wait for one: keys may have been withdrawn while nobody
 * asked. With the minute for which a token is known to be good, that makes five.
 */
const usualLife = 240_000
/** Milliseconds between two tries to fetch them, whatever tokens name: nobody makes us bother the issuer. */
const pause = 10_000
/**
 * Milliseconds for which the keys known last hold while the issuer does not answer. While it answers that it has none they hold
 * for the usual life: it may have withdrawn them all, or be on its way up.
 */
const longestLife = 86_400_000

/**
 * The keys that an issuer publishes at a URL. A new key is fetched when a token first names it, and one withdrawn is not found
 * any more four minutes later. While the issuer does not answer, the keys it gave last hold, for a day; while it says that there
 * are none, for four minutes. Why they could not be fetched is logged by codes and the HTTP status.
 */
export function createKeySource({ url, logger, now }: KeySourceOptions): KeySource {
  let findAmong: ReturnType<typeof createRemoteJWKSet> | undefined
  let triedAt = -Infinity
  let loadedAt = -Infinity
  let life = longestLife
  let underWay: Promise<void> | undefined

  async function load(): Promise<void> {
    const { next, status } = createSet(url)
    try {
      await next.reload()
      if (next.jwks()?.keys.length === 0) {
        life = usualLife
        throw new errors.JWKSNoMatchingKey()
      }
      findAmong = next
      loadedAt = now()
      life = longestLife
    } catch (error) {
      logger.warn({ error, status: status() }, 'the keys of the issuer of tokens could not be fetched')
    }
    triedAt = now()
  }

  /** One try at a time, and a pause behind each. */
  async function refresh(): Promise<void> {
    if (underWay === undefined && now() - triedAt < pause) return
    underWay ??= load().finally(() => (underWay = undefined))
    await underWay
  }

  async function holdKeys(): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const age = now() - loadedAt
    if (age > life || now() - triedAt > usualLife) await refresh()
    else if (age > freshLife) void refresh()
    if (findAmong === undefined || now() - loadedAt > life)
      throw fault('AUTHENTICATION_UNAVAILABLE', { retryAfterSeconds: pause / 1000 })
    return findAmong
  }

  return async function findKey(header, token) {
    const find = await holdKeys()
    try {
      return await find(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return (findAmong ?? find)(header, token)
    }
  }
}

/** A set that is fetched when it is told to, and the HTTP status of the answer. */
function createSet(url: string) {
  let status: number | undefined
  // When to fetch is decided above: by itself it would try again for every request while the issuer is down.
  const next = createRemoteJWKSet(new URL(url), {
    timeoutDuration,
    cacheMaxAge: Infinity,
    cooldownDuration: Infinity,
    async [customFetch](address, options) {
      const response = await fetchShort(address, options)
      ;({ status } = response)
      return response
    },
  })
  return { next, status: () => status }
}

/** Fetches what has an end: a body fails that is longer than any set of keys. */
async function fetchShort(url: string, options: RequestInit): Promise<Response> {
  const { body, status } = await fetch(url, options)
  let left = longestAnswer
  const short = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      left -= chunk.byteLength
      if (left < 0) throw new RangeError('The keys of the issuer of tokens are too long.')
      controller.enqueue(chunk)
    },
  })
  return new Response(body?.pipeThrough(short) ?? null, { status })
}
