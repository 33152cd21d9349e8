import type { CacheNote } from './CacheNote.ts'
import type { CacheMetrics } from './CacheMetrics.ts'
import type { CachePart, Found } from './CachePart.ts'
import type { CacheReading, CacheStore } from './CacheStore.ts'
import type { CacheRequest } from './EntityCache.ts'
import type { Keyring } from './Keyring.ts'
import type { EntryNames } from './createNames.ts'
import type { Patience } from './createPatience.ts'
import { openValue } from './openValue.ts'
import type { OpenedValue } from './openValue.ts'

export interface ReaderOptions {
  readonly store: CacheStore
  readonly keyring: Keyring
  readonly patience: Patience
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly metrics: CacheMetrics
}

/** Reads what is known of some parts, in one read of the store. */
export type Reader = (parts: readonly CachePart[], request: CacheRequest) => Promise<readonly Found[]>

/**
 * Makes the reader, which decides what may still be served: a value that opens, whose counters have not moved since its
 * agency was asked, and whose life is not over.
 */
export function createReader({ store, keyring, patience, clock, metrics }: ReaderOptions): Reader {
  function judge(part: CachePart, kept: readonly Kept[]): Found {
    const epochs = kept[0]?.epochs ?? []
    let best: Omit<Found, 'epochs'> = { value: undefined, isFresh: false, why: 'unknown' }
    for (const one of kept) {
      const verdict = judgeOne(one, keyring, clock())
      if (verdict.why === 'refused') metrics.observe(part.question.agency, part.question.type, 'refused')
      if (rank(verdict) > rank(best)) best = verdict
    }
    return { epochs, ...best }
  }

  return async function read(parts, request) {
    const names = parts.flatMap((part) => part.names)
    const question = { entries: names.map(({ entry }) => entry), counters: names.flatMap(({ counters }) => counters) }
    const reading = await patience.wait(request.deadline, () => store.read(question, request.deadline.signal))
    if (reading === undefined) return parts.map(() => nothing)
    const take = unpack(reading)
    return parts.map((part) => judge(part, part.names.map(take)))
  }
}

const nothing: Found = { epochs: undefined, value: undefined, isFresh: false, why: 'no-store' }

/** What the store has under one name. */
interface Kept {
  readonly entry: string
  readonly sealed: Buffer | null
  readonly epochs: readonly number[]
}

/** Takes names in the order in which they were asked for. */
function unpack({ values, epochs }: CacheReading): (names: EntryNames) => Kept {
  let entryAt = 0
  let counterAt = 0
  return function take({ entry, counters }) {
    const sealed = values[entryAt] ?? null
    const own = epochs.slice(counterAt, counterAt + counters.length)
    entryAt += 1
    counterAt += counters.length
    return { entry, sealed, epochs: own }
  }
}

type Verdict = Omit<Found, 'epochs'>

function judgeOne({ entry, sealed, epochs }: Kept, keyring: Keyring, now: number): Verdict {
  const without = (why: CacheNote['why']): Verdict => ({ value: undefined, isFresh: false, why })
  if (sealed === null) return without('unknown')
  const value = openValue(entry, sealed, keyring)
  if (value === null) return without('refused')
  if (!areSame(value, epochs)) return without('changed')
  if (now < value.freshUntil) return { value, isFresh: true, why: 'fresh' }
  return { value: now < value.staleUntil ? value : undefined, isFresh: false, why: 'expired' }
}

function areSame({ epochs }: OpenedValue, now: readonly number[]): boolean {
  return epochs.length === now.length && epochs.every((epoch, index) => epoch === now[index])
}

function rank({ value, isFresh, why }: Verdict): number {
  if (isFresh) return 3
  if (value !== undefined) return 2
  return why === 'unknown' ? 0 : 1
}
