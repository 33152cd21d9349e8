import type { CacheStore } from './CacheStore.ts'
import { createBudget } from './createBudget.ts'
import type { BudgetOptions } from './createBudget.ts'

/**
 * Keeps a store from slowing anybody down: a read or write that takes too long rejects and is aborted, by nothing else, and
 * after some failures in a row all reject at once, until one that tries has come through. A change reaches the store all
 * the same: whoever announces it waits, and is told.
 */
export function withBudget<Value>(store: CacheStore<Value>, options: BudgetOptions): CacheStore<Value> {
  const within = createBudget(options)
  return {
    read: (request) => within((signal) => store.read(request, signal)),
    write: (entries) => within((signal) => store.write(entries, signal)),
    increment: store.increment,
    close: store.close,
  }
}
