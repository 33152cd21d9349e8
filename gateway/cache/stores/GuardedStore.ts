import type { CacheValue } from '../CacheValue.ts'
import type { CacheEntry, CacheRead, CacheReading, CacheStore } from './CacheStore.ts'

/** A store that caches stand on, see `guardStore`: it bounds by itself how long it reads and writes, for whomever. */
export interface GuardedStore<Value = CacheValue> extends Pick<CacheStore<Value>, 'increment' | 'close'> {
  readonly read: (request: CacheRead) => Promise<CacheReading<Value>>
  readonly write: (entries: readonly CacheEntry<Value>[]) => Promise<void>
}
