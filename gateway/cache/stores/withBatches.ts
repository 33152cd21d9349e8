import type { CacheEntry, CacheRead } from './CacheStore.ts'
import type { GuardedStore } from './GuardedStore.ts'

/**
 * Lets the reads of one turn of the event loop travel together, each key once, and so the writes: the fetches that a plan
 * sends side by side cost one round trip, and all get the whole reading.
 */
export function withBatches<Value>(store: GuardedStore<Value>): GuardedStore<Value> {
  const read = inBatches((requests: readonly CacheRead[]) => {
    const entries = new Set<string>()
    const counters = new Set<string>()
    for (const one of requests) {
      for (const entry of one.entries) entries.add(entry)
      for (const counter of one.counters) counters.add(counter)
    }
    return store.read({ entries: [...entries], counters: [...counters] })
  })
  const write = inBatches((lists: readonly (readonly CacheEntry<Value>[])[]) => store.write(lists.flat()))
  return { ...store, read, write }
}

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

/** Does the work for all that is given in one turn at once, at its end. */
function inBatches<Item, Result>(work: (items: readonly Item[]) => Promise<Result>): (item: Item) => Promise<Result> {
  let batch: Waiting<Item, Result>[] = []

  async function send(): Promise<void> {
    const waiting = batch
    batch = []
    try {
      const result = await work(waiting.map(({ item }) => item))
      for (const { resolve } of waiting) resolve(result)
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }

  return function giveAway(item) {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    batch.push({ item, resolve, reject })
    if (batch.length === 1) setImmediate(() => void send())
    return promise
  }
}
