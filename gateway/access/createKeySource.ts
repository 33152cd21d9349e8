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
/** Milliseconds for which the keys known last hold while the issuer does not answer. */
const longestLife = 86_400_000

/**
 * The keys that an issuer publishes at a URL. A new key is fetched when a token first names it, and one withdrawn is not found
 * any more four minutes later. While the issuer does not answer, the keys it gave last hold, for a day.
 */
export function createKeySource({ url, logger, now }: KeySourceOptions): KeySource {
  // When to fetch is decided here: by itself it would try again for every request while the issuer is down.
  const remote = createRemoteJWKSet(new URL(url), {
    timeoutDuration,
    cacheMaxAge: Infinity,
    cooldownDuration: Infinity,
    [customFetch]: fetchShort,
  })
  let triedAt = -Infinity
  let loadedAt = -Infinity
  let underWay: Promise<void> | undefined

  async function load(): Promise<void> {
    try {
      await remote.reload()
      // Where all keys are withdrawn, nothing can be told of any token.
      loadedAt = remote.jwks()?.keys.length === 0 ? -Infinity : now()
    } catch (error) {
      logger.warn({ error }, 'the keys of the issuer of tokens could not be fetched')
    }
    triedAt = now()
  }

  /** One try at a time, and a pause behind each. */
  async function refresh(): Promise<void> {
    if (underWay === undefined && now() - triedAt < pause) return
    underWay ??= load().finally(() => (underWay = undefined))
    await underWay
  }

  async function holdKeys(): Promise<void> {
    const age = now() - loadedAt
    if (age > longestLife || now() - triedAt > usualLife) await refresh()
    else if (age > freshLife) void refresh()
    if (now() - loadedAt > longestLife) throw fault('AUTHENTICATION_UNAVAILABLE', { retryAfterSeconds: pause / 1000 })
  }

  return async function findKey(header, token) {
    await holdKeys()
    try {
      return await remote(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return remote(header, token)
    }
  }
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
