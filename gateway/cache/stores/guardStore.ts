import type { CacheMetrics } from '../CacheMetrics.ts'
import type { CacheStore } from './CacheStore.ts'
import { storeTime } from './storeTime.ts'
import { withBatches } from './withBatches.ts'
import { withStoreBreaker } from './withStoreBreaker.ts'

/** Milliseconds from the store's last failure to the next try, and failures in a row after which it is left alone. */
const pause = 1_000
const failures = 3

/**
 * Makes a store one that caches can stand on: what is read in one turn of the event loop travels together, and one that is slow or
 * gone holds nobody up. There is one for a process, however many supergraphs follow each other: what is known of the store's
 * failures is known to all.
 */
export function guardStore<Value>(
  store: CacheStore<Value>,
  { breaker }: Pick<CacheMetrics, 'breaker'>,
): CacheStore<Value> {
  breaker('closed')
  return withBatches(withStoreBreaker(store, { milliseconds: storeTime, failures, pause, onState: breaker }))
}
