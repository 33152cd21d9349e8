import type { BreakerState } from '../../../platform/BreakerState.ts'
import type { Logger } from '../../../platform/Logger.ts'
import type { CacheMetrics } from '../CacheMetrics.ts'
import type { CacheStore } from './CacheStore.ts'
import type { GuardedStore } from './GuardedStore.ts'
import { storeTime } from './storeTime.ts'
import { withBatches } from './withBatches.ts'
import { withStoreBreaker } from './withStoreBreaker.ts'

/** Milliseconds from the store's last failure to the next try, and failures in a row after which it is left alone. */
const pause = 1_000
const failures = 3

export interface GuardOptions {
  readonly logger: Pick<Logger, 'info' | 'warn'>
  readonly metrics: Pick<CacheMetrics, 'breaker'>
}

/**
 * Makes a store one that caches can stand on: what is read in one turn of the event loop travels together, and one that is slow or
 * gone holds nobody up. There is one for a process, however many supergraphs follow each other: what is known of the store's
 * failures is known to all. That it is left alone is logged once, with the reason, and once that it is asked again.
 */
export function guardStore<Value>(store: CacheStore<Value>, { logger, metrics }: GuardOptions): GuardedStore<Value> {
  let isLeftAlone = false

  function onState(state: BreakerState, reason?: string): void {
    metrics.breaker(state)
    // A trial that fails is no news.
    if (state === 'half-open' || (state === 'open') === isLeftAlone) return
    isLeftAlone = state === 'open'
    if (isLeftAlone) logger.warn({ reason }, 'the store of the cache fails and is left alone')
    else logger.info('the store of the cache is asked again')
  }
  metrics.breaker('closed')
  return withBatches(withStoreBreaker(store, { milliseconds: storeTime, failures, pause, onState }))
}
