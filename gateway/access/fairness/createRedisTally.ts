import type { Result } from 'ioredis'
import { LRUCache } from 'lru-cache'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { closeRedis } from '../../cache/stores/closeRedis.ts'
import { openRedis } from '../../cache/stores/openRedis.ts'
import { readRedisUrl } from '../../cache/stores/readRedisUrl.ts'
import type { FairnessLimits } from './FairnessLimits.ts'
import type { Tally } from './Tally.ts'
import { createFairnessNames } from './createFairnessNames.ts'
import { seeScript } from './seeScript.ts'
import type { WitaDay } from './witaDayAt.ts'
import { writeTakeScript } from './writeTakeScript.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    seeApplicants: (...keysAndArguments: readonly string[]) => Result<number, Context>
  }
}

export interface RedisTallyOptions {
  /** As `readRedisUrl` reads it. */
  readonly url: string
  readonly limits: FairnessLimits
  /** From which the key is derived that hides clients and applicants from Redis; the same at every gateway. */
  readonly secret: string
}

/** A tally that gateways share. */
export interface RedisTally extends Tally {
  /** Those of whom this gateway does not know that they were counted for the client on this day. */
  readonly unseen: (client: string, day: WitaDay, applicants: readonly string[]) => readonly string[]
  readonly close: () => Promise<void>
}

/** Applicants that a gateway remembers to have counted, so that nobody is asked about them again. */
const mostCounted = 100_000

/** Milliseconds that a day's applicants are kept beyond its end, for gateways whose clocks are behind. */
const grace = 3_600_000

/**
 * A tally in Redis, each of whose counting methods is one command on one slot and rejects where Redis does not do it. Redis is told
 * no client and no applicant, but digests. Applicants are counted by a HyperLogLog: 12 KiB at most a client and day, a standard
 * error of 0.81 %, and nobody can be read back from it. Throws an EnvironmentError where the address is none.
 */
export function createRedisTally({ url, limits, secret }: RedisTallyOptions): RedisTally {
  const redis = openRedis(readRedisUrl(url))
  redis.on('error', () => undefined) // Without a listener, each would be printed; who asks is told.
  redis.defineCommand('seeApplicants', { numberOfKeys: 2, lua: seeScript })
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    points: limits.burst,
    duration: 1, // The script knows better, but none is for ever to the library.
    keyPrefix: 'fairness:rate',
    customIncrTtlLuaScript: writeTakeScript(limits),
    rejectIfRedisNotReady: true,
  })
  const names = createFairnessNames(secret)
  /** Who was counted already: a digest says for which client, and on which day. */
  const counted = new LRUCache<string, true>({ max: mostCounted })

  return {
    async take(client) {
      try {
        await limiter.consume(`{${names.client(client)}}`)
        return 0
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.msBeforeNext
        throw error
      }
    },
    unseen(client, day, applicants) {
      return applicants.filter((applicant) => !counted.has(names.applicant(client, day.name, applicant)))
    },
    async see(client, day, applicants) {
      if (redis.status !== 'ready') throw new Error('There is no connection to Redis.')
      const digests = applicants.map((applicant) => names.applicant(client, day.name, applicant))
      const key = `fairness:seen:{${names.client(client)}}:${day.name}`
      const life = String(Math.ceil(day.left + grace))
      const most = String(limits.applicantsPerDay)
      if ((await redis.seeApplicants(key, `${key}:asked`, most, life, ...digests)) !== 1) return false
      for (const digest of digests) counted.set(digest, true)
      return true
    },
    close: () => closeRedis(redis),
  }
}
