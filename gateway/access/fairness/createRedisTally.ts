import type { Result } from 'ioredis'
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { closeRedis } from '../../cache/stores/closeRedis.ts'
import { openRedis } from '../../cache/stores/openRedis.ts'
import { readRedisUrl } from '../../cache/stores/readRedisUrl.ts'
import type { FairnessLimits } from './FairnessLimits.ts'
import type { Tally } from './Tally.ts'
import { seeScript } from './seeScript.ts'
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
}

/** A tally that gateways share. */
export interface RedisTally extends Tally {
  readonly close: () => Promise<void>
}

/** Milliseconds that a day's applicants are kept beyond its end, for gateways whose clocks are behind. */
const grace = 3_600_000

/**
 * A tally in Redis, each of whose methods is one command on one slot and rejects where Redis does not do it. Applicants are
 * counted by a HyperLogLog: 12 KiB at most a client and day, a standard error of 0.81 %, and nobody can be read back from it.
 * Throws where the address is none.
 */
export function createRedisTally({ url, limits }: RedisTallyOptions): RedisTally {
  const address = readRedisUrl(url)
  if (address === null) throw new Error('REDIS_URL is no address of a Redis.')
  const client = openRedis(address)
  client.on('error', () => undefined) // Without a listener, each would be printed; who asks is told.
  client.defineCommand('seeApplicants', { numberOfKeys: 2, lua: seeScript })
  const limiter = new RateLimiterRedis({
    storeClient: client,
    points: limits.burst,
    duration: 1, // The script knows better, but none is for ever to the library.
    keyPrefix: 'fairness:rate',
    customIncrTtlLuaScript: writeTakeScript(limits),
    rejectIfRedisNotReady: true,
  })

  return {
    async take(name) {
      try {
        await limiter.consume(`{${name}}`)
        return 0
      } catch (error) {
        if (error instanceof RateLimiterRes) return error.msBeforeNext
        throw error
      }
    },
    async see(name, day, applicants) {
      if (client.status !== 'ready') throw new Error('There is no connection to Redis.')
      const key = `fairness:seen:{${name}}:${day.name}`
      const life = String(Math.ceil(day.left + grace))
      const seen = await client.seeApplicants(key, `${key}:asked`, String(limits.applicantsPerDay), life, ...applicants)
      return seen === 1
    },
    close: () => closeRedis(client),
  }
}
