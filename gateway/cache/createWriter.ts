import type { CachePolicy } from '../agency/CachePolicy.ts'
import type { CachePart } from './CachePart.ts'
import { longestLife } from './longestLife.ts'
import type { CacheEntry, CacheStore } from './stores/CacheStore.ts'

/** An answer that may be kept. */
export interface Keepable {
  readonly part: CachePart
  /** What its counters stood at before the agency was asked. */
  readonly epochs: readonly number[]
  readonly text: string
  readonly isNegative: boolean
}

export interface Circumstances {
  readonly askedAt: number
  readonly policy: CachePolicy
}

export interface Writer {
  /** Resolves when the store has taken them, or has not: what is not kept is asked for again. */
  readonly keep: (answers: readonly Keepable[], circumstances: Circumstances) => Promise<void>
  /** Resolves when nothing is being written. */
  readonly idle: () => Promise<void>
}

export interface WriterOptions {
  readonly store: CacheStore
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Milliseconds for which it is remembered that there is no such thing. */
const negativeLife = 30_000

/** Makes the writer, which gives each answer a life of its own. */
export function createWriter({ store, clock }: WriterOptions): Writer {
  const writing = new Set<Promise<void>>()

  async function write(answers: readonly Keepable[], { askedAt, policy }: Circumstances): Promise<void> {
    const instants = { plain: instantsOf(askedAt, policy, false), negative: instantsOf(askedAt, policy, true) }
    const now = clock()
    const entries: CacheEntry[] = []
    for (const { part, epochs, text, isNegative } of answers) {
      const { fetchedAt, freshUntil, staleUntil } = isNegative ? instants.negative : instants.plain
      if (staleUntil <= now) continue
      const value = { fetchedAt, freshUntil, staleUntil, isNegative, epochs, text, parsed: undefined }
      entries.push({ key: part.names[0].entry, value, milliseconds: Math.ceil(staleUntil - now) })
    }
    if (entries.length === 0) return
    await store.write(entries, unbounded).catch(() => undefined)
  }

  return {
    keep(answers, circumstances) {
      const written = write(answers, circumstances).finally(() => writing.delete(written))
      writing.add(written)
      return written
    },
    async idle() {
      await Promise.all(writing)
    },
  }
}

/** Nobody waits for a write, and the store has a budget of its own. */
const unbounded = new AbortController().signal

function instantsOf(fetchedAt: number, { maxAge, staleIfError }: CachePolicy, isNegative: boolean) {
  const fresh = Math.min(maxAge * 1000, isNegative ? negativeLife : longestLife)
  const stale = isNegative ? 0 : Math.min(staleIfError * 1000, longestLife - fresh)
  return { fetchedAt, freshUntil: fetchedAt + fresh, staleUntil: fetchedAt + fresh + stale }
}
