import type { Result } from 'ioredis'
import { LRUCache } from 'lru-cache'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { closeRedis } from '../../redis/closeRedis.ts'
import { openRedis } from '../../redis/openRedis.ts'
import { readRedisUrl } from '../../redis/readRedisUrl.ts'
import type { FairnessLimits } from './FairnessLimits.ts'
import type { Tally } from './Tally.ts'
import { createFairnessNames } from './createFairnessNames.ts'
import { seeScript } from './seeScript.ts'
import type { WitaDay } from './witaDayAt.ts'
import { writeTakeScript } from './writeTakeScript.ts'

declare module 'ioredis' {
  interface RedisCommander<Context> {
    seeApplicants: (...keysAndArguments: readonly (string | Buffer)[]) => Result<number, Context>
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

/** Bits a person, 8 of which are set: at the ceiling, one of 20,000 who were not seen is taken for one who was. */
const bitsEach = 24

/** Bits of a filter, 8 KiB to 4 MiB. Smaller ones err more often, and 1.4 million people fill the largest. */
const fewestBits = 65_536
const mostBits = 33_554_432

/**
 * A tally in Redis, each of whose counting methods is one command on one slot and rejects where Redis does not do it. Redis is told
 * no client and no applicant, but digests. Applicants are counted by a HyperLogLog (12 KiB at most a client and day, a standard
 * error of 0.81 %) and known again by a Bloom filter: at the ceiling all of today's pass, and of others 0.005 % at most up to 1.4
 * million, 0.3 % on a day on which the ceiling was raised. Without the secret, nobody can be read back from either. Throws an EnvironmentError where the address is none.
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
  const most = String(limits.applicantsPerDay)
  const bits = String(bitsFor(limits.applicantsPerDay))
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
      const digests = [...new Set(applicants)].map((applicant) => names.applicant(client, day.name, applicant))
      const ofClient = `{${names.client(client)}}:${day.name}`
      const keys = [`fairness:count:${ofClient}`, `fairness:known:${ofClient}`]
      const life = String(Math.ceil(day.left + grace))
      const people = digests.map((digest) => Buffer.from(digest, 'base64url'))
      if ((await redis.seeApplicants(...keys, most, life, bits, ...people)) !== 1) return false
      for (const digest of digests) counted.set(digest, true)
      return true
    },
    close: () => closeRedis(redis),
  }
}

/** The bits of the filter for so many people, a power of two: a filter can only be doubled. */
function bitsFor(people: number): number {
  return Math.min(Math.max(2 ** Math.ceil(Math.log2(people * bitsEach)), fewestBits), mostBits)
}
