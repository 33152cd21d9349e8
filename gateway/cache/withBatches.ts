import type { CacheReading, CacheStore } from './CacheStore.ts'

interface Waiting {
  readonly entries: readonly string[]
  readonly counters: readonly string[]
  readonly resolve: (reading: CacheReading) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Lets the reads of one turn of the event loop travel together, each key once: the fetches that a plan sends side by side
 * cost one round trip. A read of a batch is not aborted by itself; what bounds the store bounds the batch.
 */
export function withBatches(store: CacheStore): CacheStore {
  let batch: Waiting[] = []

  async function send(): Promise<void> {
    const waiting = batch
    batch = []
    const entries = positionsOf(waiting.flatMap((one) => one.entries))
    const counters = positionsOf(waiting.flatMap((one) => one.counters))
    try {
      const together = { entries: [...entries.keys()], counters: [...counters.keys()] }
      const { values, epochs } = await store.read(together, never)
      if (values.length !== entries.size || epochs.length !== counters.size)
        throw new Error('The store answered in part.')
      for (const one of waiting) {
        one.resolve({
          values: one.entries.map((key) => values[entries.get(key) ?? -1] ?? null),
          epochs: one.counters.map((key) => epochs[counters.get(key) ?? -1] ?? 0),
        })
      }
    } catch (error) {
      for (const one of waiting) one.reject(error)
    }
  }

  return {
    ...store,
    read({ entries, counters }) {
      const { promise, resolve, reject } = Promise.withResolvers<CacheReading>()
      batch.push({ entries, counters, resolve, reject })
      if (batch.length === 1) setImmediate(() => void send())
      return promise
    },
  }
}

const never = new AbortController().signal

function positionsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>()
  for (const key of keys) if (!positions.has(key)) positions.set(key, positions.size)
  return positions
}
