import type { CacheEntry, CacheRead, CacheReading, CacheStore } from '../../gateway/cache/stores/CacheStore.ts'

/** A store of bytes in a map, with everything that it was told, whose reads and writes can be made to misbehave. */
export interface FakeStore extends CacheStore<Buffer> {
  readonly values: Map<string, CacheEntry<Buffer>>
  readonly counters: Map<string, number>
  readonly reads: CacheRead[]
  /** Runs before each read and write. */
  hinder: (signal: AbortSignal) => Promise<void>
}

export function createFakeStore(): FakeStore {
  const values = new Map<string, CacheEntry<Buffer>>()
  const counters = new Map<string, number>()
  const reads: CacheRead[] = []
  const store: FakeStore = {
    values,
    counters,
    reads,
    hinder: () => Promise.resolve(),
    async read(request, signal): Promise<CacheReading<Buffer>> {
      reads.push(request)
      await store.hinder(signal)
      return {
        values: new Map([...values].map(([key, { value }]) => [key, value])),
        epochs: new Map(request.counters.map((counter) => [counter, counters.get(counter) ?? 0])),
      }
    },
    async write(entries, signal) {
      await store.hinder(signal)
      for (const entry of entries) values.set(entry.key, entry)
    },
    async increment(names) {
      for (const name of names) counters.set(name, (counters.get(name) ?? 0) + 1)
    },
    close: () => Promise.resolve(),
  }
  return store
}
