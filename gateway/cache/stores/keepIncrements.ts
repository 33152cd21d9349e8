import type { CacheStore } from './CacheStore.ts'

/**
 * Remembers the counters that a store failed to raise, and raises them before it reads again: a store that comes back
 * after a failure must not show what a change has passed meanwhile. Until that is done, every read rejects.
 */
export function keepIncrements<Value>(store: CacheStore<Value>): CacheStore<Value> {
  // It has a bound: agencies send a batch of changes at a time, and the same one until it is acknowledged.
  const debts = new Map<string, symbol>()

  async function increment(counters: readonly string[], signal: AbortSignal): Promise<void> {
    const before = counters.map((counter) => [counter, debts.get(counter)] as const)
    try {
      await store.increment(counters, signal)
    } catch (error) {
      for (const counter of counters) debts.set(counter, Symbol())
      throw error
    }
    for (const [counter, debt] of before) forget(counter, debt)
  }
  async function settle(signal: AbortSignal): Promise<void> {
    const known = [...debts]
    await store.increment([...debts.keys()], signal)
    for (const [counter, debt] of known) forget(counter, debt)
  }
  /** Another change may have failed since, and then its debt stays. */
  function forget(counter: string, debt: symbol | undefined): void {
    if (debt !== undefined && debts.get(counter) === debt) debts.delete(counter)
  }

  return {
    ...store,
    increment,
    async read(request, signal) {
      if (debts.size > 0) await settle(signal)
      return store.read(request, signal)
    },
  }
}
