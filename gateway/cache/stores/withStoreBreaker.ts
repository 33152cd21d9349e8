import { createStoreBreaker } from '../../redis/createStoreBreaker.ts'
import type { StoreBreakerOptions } from '../../redis/createStoreBreaker.ts'
import type { CacheStore } from './CacheStore.ts'
import type { GuardedStore } from './GuardedStore.ts'

/**
 * Keeps a store from slowing anybody down, see `createStoreBreaker`. A change reaches the store all the same: whoever announces it
 * waits, and is told.
 */
export function withStoreBreaker<Value>(store: CacheStore<Value>, options: StoreBreakerOptions): GuardedStore<Value> {
  const within = createStoreBreaker(options)
  return {
    read: (request) => within((signal) => store.read(request, signal)),
    write: (entries) => within((signal) => store.write(entries, signal)),
    increment: store.increment,
    close: store.close,
  }
}
