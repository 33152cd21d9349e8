import type { CacheRead, CacheReading, CacheStore } from './CacheStore.ts'

interface Waiting<Value> extends CacheRead {
  readonly resolve: (reading: CacheReading<Value>) => void
  readonly reject: (reason: unknown) => void
}

/**
 * Lets the reads of one turn of the event loop travel together, each key once: the fetches that a plan sends side by side
 * cost one round trip, and all get the whole reading. A read of a batch is not aborted by itself; what bounds the store
 * bounds the batch.
 */
export function withBatches<Value>(store: CacheStore<Value>): CacheStore<Value> {
  let batch: Waiting<Value>[] = []

  async function send(): Promise<void> {
    const waiting = batch
    batch = []
    const entries = [...new Set(waiting.flatMap((one) => one.entries))]
    const counters = [...new Set(waiting.flatMap((one) => one.counters))]
    try {
      const reading = await store.read({ entries, counters }, never)
      for (const one of waiting) one.resolve(reading)
    } catch (error) {
      for (const one of waiting) one.reject(error)
    }
  }

  return {
    ...store,
    read(request) {
      const { promise, resolve, reject } = Promise.withResolvers<CacheReading<Value>>()
      batch.push({ ...request, resolve, reject })
      if (batch.length === 1) setImmediate(() => void send())
      return promise
    },
  }
}

const never = new AbortController().signal
