import { createRemoteJWKSet, errors } from 'jose'
import { fault } from '../../platform/fault.ts'
import type { Logger } from '../../platform/Logger.ts'
import type { KeySource } from './KeySource.ts'

export interface KeySourceOptions {
  /** Where the issuer publishes its keys (RFC 7517, JWK Set). */
  readonly url: string
  readonly logger: Logger
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Milliseconds that the issuer may take to answer. */
const timeoutDuration = 2_000
/** Milliseconds after which keys are fetched again, behind the requests that go on with those there are. */
const usualLife = 300_000
/** Milliseconds between two tries to fetch them, whatever tokens name: nobody makes us bother the issuer. */
const pause = 10_000
/** Milliseconds for which the keys known last hold while the issuer does not answer. */
const longestLife = 86_400_000

/**
 * The keys that an issuer publishes at a URL. A new key is fetched when a token first names it, and one withdrawn is not taken
 * any more some five minutes later. While the issuer does not answer, the keys it gave last hold, for a day.
 */
export function createKeySource({ url, logger, clock }: KeySourceOptions): KeySource {
  // When to fetch is decided here: by itself it would try again for every request while the issuer is down.
  const remote = createRemoteJWKSet(new URL(url), {
    timeoutDuration,
    cacheMaxAge: Infinity,
    cooldownDuration: Infinity,
  })
  let triedAt = -Infinity
  let loadedAt = -Infinity
  let underWay: Promise<void> | undefined

  async function load(): Promise<void> {
    triedAt = clock()
    try {
      await remote.reload()
      loadedAt = clock()
    } catch (error) {
      logger.warn({ error }, 'the keys of the issuer of tokens could not be fetched')
    }
  }

  /** One try at a time, and one in each pause. */
  async function refresh(): Promise<void> {
    if (underWay === undefined && clock() - triedAt < pause) return
    underWay ??= load().finally(() => (underWay = undefined))
    await underWay
  }

  return async function findKey(header, token) {
    if (clock() - loadedAt > longestLife) await refresh()
    if (clock() - loadedAt > longestLife) throw fault('AUTHENTICATION_UNAVAILABLE', { retryAfterSeconds: pause / 1000 })
    if (clock() - loadedAt > usualLife) void refresh()
    try {
      return await remote(header, token)
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error
      await refresh()
      return remote(header, token)
    }
  }
}
