import type { CacheMetrics } from './CacheMetrics.ts'
import type { CachePart, Found } from './CachePart.ts'
import type { CacheReading, CacheStore } from './CacheStore.ts'
import type { CacheValue } from './CacheValue.ts'
import type { CacheRequest } from './EntityCache.ts'
import type { EntryNames } from './EntryNames.ts'
import type { Patience } from './createPatience.ts'

export interface ReaderOptions {
  readonly store: CacheStore
  readonly patience: Patience
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly metrics: CacheMetrics
}

/** Reads what is known of some parts, in one read of the store. */
export type Reader = (parts: readonly CachePart[], request: CacheRequest) => Promise<readonly Found[]>

/**
 * Makes the reader, which decides what may still be served: a value that opened, whose counters have not moved since its
 * agency was asked, and whose life is not over.
 */
export function createReader({ store, patience, clock, metrics }: ReaderOptions): Reader {
  function judge({ names, question: { topic } }: CachePart, reading: CacheReading): Found {
    let best = unknown
    for (const one of names) {
      const verdict = judgeOne(one, reading)
      if (verdict.why === 'refused') metrics.observe(topic, 'refused', 1)
      if (rank(verdict) > rank(best)) best = verdict
    }
    return { epochs: epochsOf(names[0], reading), ...best }
  }

  function judgeOne(names: EntryNames, reading: CacheReading): Verdict {
    const value = reading.values.get(names.entry)
    if (value === undefined) return unknown
    if (value === null) return refused
    if (!isUnchanged(value, names, reading)) return changed
    const now = clock()
    if (now < value.freshUntil) return { value, isFresh: true, why: 'fresh' }
    return { value: now < value.staleUntil ? value : undefined, isFresh: false, why: 'expired' }
  }

  return async function read(parts, request) {
    const question = questionOf(parts)
    const reading = await patience.wait(request.deadline, () => store.read(question, request.deadline.signal))
    return parts.map((part) => (reading === undefined ? nothing : judge(part, reading)))
  }
}

type Verdict = Omit<Found, 'epochs'>

const unknown: Verdict = { value: undefined, isFresh: false, why: 'unknown' }
const refused: Verdict = { value: undefined, isFresh: false, why: 'refused' }
const changed: Verdict = { value: undefined, isFresh: false, why: 'changed' }
const nothing: Found = { epochs: undefined, value: undefined, isFresh: false, why: 'no-store' }

/** Parts of one fetch have most of their counters in common. */
function questionOf(parts: readonly CachePart[]) {
  const entries: string[] = []
  const counters = new Set<string>()
  for (const { names } of parts) {
    for (const one of names) {
      entries.push(one.entry)
      for (const counter of one.counters) counters.add(counter)
    }
  }
  return { entries, counters: [...counters] }
}

/** Undefined where one has no number: nobody could tell afterwards whether it has moved. */
function epochsOf({ counters }: EntryNames, { epochs }: CacheReading): readonly number[] | undefined {
  const numbers: number[] = []
  for (const counter of counters) {
    const number = epochs.get(counter)
    if (number === undefined) return undefined
    numbers.push(number)
  }
  return numbers
}

function isUnchanged(value: CacheValue, { counters }: EntryNames, { epochs }: CacheReading): boolean {
  return value.epochs.length === counters.length && counters.every((name, at) => epochs.get(name) === value.epochs[at])
}

function rank({ value, isFresh, why }: Verdict): number {
  if (isFresh) return 3
  if (value !== undefined) return 2
  return why === 'unknown' ? 0 : 1
}
