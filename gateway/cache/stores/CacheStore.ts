import type { CacheValue } from '../CacheValue.ts'

/**
 * Where cache entries and epoch counters are kept. Keys and counters are opaque texts made by the cache (base64url, with a
 * `{slot}` in front where entries should lie together). A store outside of this process has bytes for values, sealed by
 * `withSeals`. A store keeps no promise about durability, but one: a counter never goes back to a number it has
 * shown before, so one that was lost comes back with another. Numbers are compared, and mean nothing else.
 * Every method rejects when the store cannot do it or `signal` aborts; it never answers half.
 */
export interface CacheStore<Value = CacheValue> {
  /** Reads everything in one round trip. A counter without a number gets one, which takes a second. */
  readonly read: (request: CacheRead, signal: AbortSignal) => Promise<CacheReading<Value>>
  /** Writes entries that vanish after their own life. */
  readonly write: (entries: readonly CacheEntry<Value>[], signal: AbortSignal) => Promise<void>
  /** Gives each counter another number. */
  readonly increment: (counters: readonly string[], signal: AbortSignal) => Promise<void>
  readonly close: () => Promise<void>
}

export interface CacheRead {
  readonly entries: readonly string[]
  readonly counters: readonly string[]
}

export interface CacheReading<Value = CacheValue> {
  /** The entries that there are; null for one that is there and says nothing, since it does not open. */
  readonly values: ReadonlyMap<string, Value | null>
  /** The numbers of the counters asked for. One is missing where it has none and there is no room to give it one. */
  readonly epochs: ReadonlyMap<string, number>
}

export interface CacheEntry<Value = CacheValue> {
  readonly key: string
  readonly value: Value
  readonly milliseconds: number
}
