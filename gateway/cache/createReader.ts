import { clockTolerance } from '../../platform/clockTolerance.ts'
import type { OutcomeMetrics } from './CacheMetrics.ts'
import type { CachePart, ReadPart } from './CachePart.ts'
import type { CacheValue } from './CacheValue.ts'
import type { CacheRequest } from './EntityCache.ts'
import type { Patience } from './createPatience.ts'
import type { EntryNames } from './names/EntryNames.ts'
import type { CacheRead, CacheReading } from './stores/CacheStore.ts'
import type { GuardedStore } from './stores/GuardedStore.ts'

export interface ReaderOptions {
  readonly store: Pick<GuardedStore, 'read'>
  readonly patience: Patience
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  readonly metrics: OutcomeMetrics
}

/** Reads what is known of some parts, in one read of the store. */
export type Reader = (
  parts: readonly CachePart[],
  request: Pick<CacheRequest, 'waiting'>,
) => Promise<readonly ReadPart[]>

/**
 * Makes the reader, which decides what may still be served: a value that opened, whose counters have not moved since its
 * agency was asked, and whose life is not over.
 */
export function createReader({ store, patience, clock, metrics }: ReaderOptions): Reader {
  function judge(part: CachePart, reading: NumberedReading): ReadPart {
    const { names, question } = part
    let best = unknown
    for (const one of names) {
      const verdict = judgeOne(one, reading)
      if (verdict.why === 'refused') metrics.observe(question.topic, 'refused', 1)
      if (rank(verdict) > rank(best)) best = verdict
    }
    const { value, isFresh, why } = best
    return { part, epochs: isFresh ? undefined : epochsOf(names[0], reading), value, isFresh, why }
  }

  function judgeOne(names: EntryNames, reading: NumberedReading): Verdict {
    const value = reading.values.get(names.entry)
    if (value === undefined) return unknown
    if (value === null) return refused
    if (!isUnchanged(value, names, reading)) return changed
    const now = clock()
    // This clock was set back since, or another gateway's goes wrong: nobody knows how old it is.
    if (value.life.fetchedAt > now + clockTolerance * 1000) return expired
    if (now < value.life.freshUntil) return { value, isFresh: true, why: 'fresh' }
    return { value: now < value.life.staleUntil ? value : undefined, isFresh: false, why: 'expired' }
  }

  return async function read(parts, { waiting }) {
    const question = questionOf(parts)
    const reading = await patience.wait(waiting, () => store.read(question))
    if (reading === undefined) return parts.map((part) => ({ part, ...nothing }))
    const numbered = { ...reading, numbersOf: createNumbers(reading) }
    return parts.map((part) => judge(part, numbered))
  }
}

type Verdict = Omit<ReadPart, 'part' | 'epochs'>

const unknown: Verdict = { value: undefined, isFresh: false, why: 'unknown' }
const refused: Verdict = { value: undefined, isFresh: false, why: 'refused' }
const expired: Verdict = { value: undefined, isFresh: false, why: 'expired' }
const changed: Verdict = { value: undefined, isFresh: false, why: 'changed' }
const nothing: Omit<ReadPart, 'part'> = { epochs: undefined, value: undefined, isFresh: false, why: 'no-store' }

/** Parts of one fetch have most of their counters in common, each list of them once. */
function questionOf(parts: readonly CachePart[]): CacheRead {
  const entries: string[] = []
  const counters: string[] = []
  let last: readonly string[] | undefined
  for (const { names } of parts) {
    for (const { entry, own, shared } of names) {
      entries.push(entry)
      if (own !== undefined) counters.push(own)
      if (shared !== last) counters.push(...shared)
      last = shared
    }
  }
  return { entries, counters }
}

type Numbers = readonly (number | undefined)[]

interface NumberedReading extends CacheReading {
  /** What the counters of a topic stand at. */
  readonly numbersOf: (shared: readonly string[]) => Numbers
}

/** Looks up once what parts that follow each other have in common. */
function createNumbers({ epochs }: CacheReading): NumberedReading['numbersOf'] {
  let last: readonly string[] | undefined
  let numbers: Numbers = []
  return function numbersOf(shared) {
    if (shared !== last) numbers = shared.map((name) => epochs.get(name))
    last = shared
    return numbers
  }
}

/** Undefined where one has no number: nobody could tell afterwards whether it has moved. */
function epochsOf({ own, shared }: EntryNames, { epochs, numbersOf }: NumberedReading): readonly number[] | undefined {
  // Not spread: that leaves room for more in an array that is kept.
  const numbers = own === undefined ? numbersOf(shared) : [epochs.get(own)].concat(numbersOf(shared))
  return numbers.every(isNumber) ? numbers : undefined
}

function isNumber(number: number | undefined): number is number {
  return number !== undefined
}

function isUnchanged(value: CacheValue, { own, shared }: EntryNames, { epochs, numbersOf }: NumberedReading): boolean {
  const numbers = numbersOf(shared)
  const first = own === undefined ? 0 : 1
  if (value.epochs.length !== first + numbers.length) return false
  if (own !== undefined && value.epochs[0] !== epochs.get(own)) return false
  for (let at = 0; at < numbers.length; at += 1) if (value.epochs[first + at] !== numbers[at]) return false
  return true
}

function rank({ value, isFresh, why }: Verdict): number {
  if (isFresh) return 3
  if (value !== undefined) return 2
  return why === 'unknown' ? 0 : 1
}
