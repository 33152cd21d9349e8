import type { BreakerState } from '../../../platform/BreakerState.ts'
import type { Logger } from '../../../platform/Logger.ts'
import { fault } from '../../../platform/fault.ts'
import { createStoreBreaker } from '../../redis/createStoreBreaker.ts'
import { refusalOf } from '../../redis/refusalOf.ts'
import type { Fairness } from './Fairness.ts'
import type { FairnessLimits } from './FairnessLimits.ts'
import type { FairnessMetrics } from './FairnessMetrics.ts'
import type { Tally } from './Tally.ts'
import { createMemoryTally } from './createMemoryTally.ts'
import { createRedisTally } from './createRedisTally.ts'
import { witaDayAt } from './witaDayAt.ts'

export interface FairnessOptions {
  /** The address of the Redis that the gateways share, as `readRedisUrl` reads it; without one, each keeps to its share. */
  readonly redis?: string | undefined
  /** What a client may ask of all `gateways` together. */
  readonly limits: FairnessLimits & { readonly gateways: number }
  /** From which the key is derived that hides clients and applicants from Redis; the same at every gateway. */
  readonly secret: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly logger: Logger
  readonly metrics: FairnessMetrics
}

/** Milliseconds that a request waits for Redis; failures in a row after which Redis is left alone, and for how long. */
const budget = { milliseconds: 50, failures: 3, pause: 1_000 }

/**
 * Makes what limits clients. Gateways keep count together in Redis. While it does not answer, and without one, each enforces its
 * share of the limits by itself, so that a request is refused only for what its own client does.
 */
export function createFairness({ redis, limits, secret, clock, logger, metrics }: FairnessOptions): Fairness {
  const own = createMemoryTally({ limits: shareOf(limits), clock })
  const shared = redis === undefined ? undefined : createRedisTally({ url: redis, limits, secret })
  let state: BreakerState = 'closed'
  let isAlone = false
  const within = createStoreBreaker({
    ...budget,
    onState(next) {
      state = next
      metrics.breaker(state)
      if (state !== 'closed' || !isAlone) return
      isAlone = false
      logger.info('the limits of clients are shared over Redis again')
    },
  })
  // Where there is no Redis it has no state: it would be closed, which means that Redis keeps count.
  if (shared !== undefined) metrics.breaker(state)

  async function ask<Value>(question: (tally: Tally) => Promise<Value>): Promise<Value> {
    if (shared === undefined) return question(own)
    try {
      return await within(() => question(shared))
    } catch (error) {
      noteFailure(error)
      return question(own)
    }
  }
  /** One that fails now and then is no state to speak of. */
  function noteFailure(error: unknown): void {
    if (state === 'closed' || isAlone) return
    isAlone = true
    const refusal = refusalOf(error)
    logger.warn(
      { error, refusal },
      'Redis does not keep count of clients, and this gateway enforces its share of the limits',
    )
  }

  return {
    async admit(client) {
      const wait = await ask((tally) => tally.take(client))
      if (wait === 0) return
      metrics.refused('rate')
      throw fault('RATE_LIMITED', { retryAfterSeconds: secondsOf(wait) })
    },
    async count(client, applicants) {
      const day = witaDayAt(clock())
      const unseen = shared?.unseen(client, day, applicants) ?? applicants
      if (unseen.length === 0 || (await ask((tally) => tally.see(client, day, unseen)))) return
      metrics.refused('applicants')
      throw fault('DAILY_LIMIT_REACHED', { retryAfterSeconds: secondsOf(day.left) })
    },
    async close() {
      await shared?.close()
    },
  }
}

/** What one of the gateways lets through, so that all of them together keep to the limit; never nothing. */
function shareOf({ requestsPerSecond, burst, applicantsPerDay, gateways }: FairnessOptions['limits']): FairnessLimits {
  return {
    requestsPerSecond: Math.max(1, requestsPerSecond / gateways),
    burst: Math.max(1, Math.floor(burst / gateways)),
    applicantsPerDay: Math.max(1, Math.floor(applicantsPerDay / gateways)),
  }
}

/** Whole seconds, of which a client must not wait too few. */
function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000))
}
