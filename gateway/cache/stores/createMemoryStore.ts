import { LRUCache } from 'lru-cache'
import type { CacheStore } from './CacheStore.ts'
import { counterLife } from './counterLife.ts'

export interface MemoryStoreOptions<Value> {
  /** What entries and counters may take together; those unused for longest make way. */
  readonly maxBytes: number
  /** Bytes that a value takes. */
  readonly sizeOf: (value: Value) => number
  /** Milliseconds that only go forward. */
  readonly now?: () => number
}

/** What an item takes beside its key and its value: the places in the lists and maps of the cache. */
const overheadBytes = 200

/**
 * A store in the memory of this process, bounded in bytes. A counter gets a number that none had before when it is first
 * read, and raising it takes the number away: one that made way for others is as good as raised, never as it was before.
 */
export function createMemoryStore<Value extends object>(options: MemoryStoreOptions<Value>): CacheStore<Value> {
  const { maxBytes, sizeOf, now = () => performance.now() } = options
  const items = new LRUCache<string, Value | number>({
    maxSize: maxBytes,
    sizeCalculation: (item, key) => key.length + (typeof item === 'number' ? 8 : sizeOf(item)) + overheadBytes,
    ttlResolution: 0,
    perf: { now: () => 1 + now() }, // To the library, what began at 0 never began.
  })
  let lastNumber = 0
  let closed = false

  function requireOpen(signal: AbortSignal): void {
    signal.throwIfAborted()
    if (closed) throw new Error('The store is closed.')
  }
  function readCounter(counter: string): number {
    const known = items.get(`counter:${counter}`)
    if (typeof known === 'number') return known
    lastNumber += 1
    items.set(`counter:${counter}`, lastNumber, { ttl: counterLife })
    return lastNumber
  }

  return {
    async read({ entries, counters }, signal) {
      requireOpen(signal)
      const values = new Map<string, Value>()
      for (const key of entries) {
        const value = items.get(key)
        if (typeof value === 'object') values.set(key, value)
      }
      return { values, epochs: new Map(counters.map((counter) => [counter, readCounter(counter)])) }
    },
    async write(entries, signal) {
      requireOpen(signal)
      for (const { key, value, milliseconds } of entries) {
        if (milliseconds > 0) items.set(key, value, { ttl: milliseconds })
      }
    },
    async increment(counters, signal) {
      requireOpen(signal)
      for (const counter of counters) items.delete(`counter:${counter}`)
    },
    async close() {
      closed = true
      items.clear()
    },
  }
}
