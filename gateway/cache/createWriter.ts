import type { CachePolicy } from '../agency/CachePolicy.ts'
import type { ReadPart } from './CachePart.ts'
import type { Life } from './CacheValue.ts'
import type { FetchedPart } from './FetchedPart.ts'
import { longestLife } from '../../platform/longestLife.ts'
import type { CacheEntry } from './stores/CacheStore.ts'
import type { GuardedStore } from './stores/GuardedStore.ts'

/** What a call gave that may be kept. */
export interface Keepable {
  /** What it was asked for. */
  readonly parts: readonly ReadPart[]
  /** What it gave for each of them, with its text. */
  readonly fetched: readonly FetchedPart[]
  readonly texts: readonly (string | undefined)[]
  readonly askedAt: number
  readonly policy: CachePolicy
}

export interface Writer {
  /** Resolves when the store has taken it, or has not: what is not kept is asked for again. */
  readonly keep: (keepable: Keepable) => Promise<void>
  /** Resolves when nothing is being written. */
  readonly idle: () => Promise<void>
}

export interface WriterOptions {
  readonly store: Pick<GuardedStore, 'write'>
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Milliseconds for which it is remembered that there is no such thing. */
const negativeLife = 30_000

/** Makes the writer, which gives each answer a life of its own. */
export function createWriter({ store, clock }: WriterOptions): Writer {
  const writing = new Set<Promise<void>>()

  function entriesOf({ parts, fetched, texts, askedAt, policy }: Keepable): readonly CacheEntry[] {
    const lives = { plain: lifeOf(askedAt, policy, false), negative: lifeOf(askedAt, policy, true) }
    const now = clock()
    const entries: CacheEntry[] = []
    for (let index = 0; index < parts.length; index += 1) {
      const { part, epochs } = parts[index] ?? {}
      const given = fetched[index]
      const text = texts[index]
      // Nothing with a gap is kept, and nothing of which nobody could tell later whether it has changed.
      if (part === undefined || given === undefined || text === undefined) continue
      if (given.gaps.length > 0 || epochs === undefined) continue
      const { isNegative } = given
      const life = isNegative ? lives.negative : lives.plain
      const milliseconds = Math.ceil(life.staleUntil - now)
      const value = { life, isNegative, epochs, text, parsed: undefined }
      if (milliseconds > 0) entries.push({ key: part.names[0].entry, value, milliseconds })
    }
    return entries
  }

  async function write(keepable: Keepable): Promise<void> {
    const entries = entriesOf(keepable)
    if (entries.length > 0) await store.write(entries).catch(() => undefined)
  }

  return {
    keep(keepable) {
      const written = write(keepable).finally(() => writing.delete(written))
      writing.add(written)
      return written
    },
    async idle() {
      await Promise.all(writing)
    },
  }
}

function lifeOf(fetchedAt: number, { maxAge, staleIfError }: CachePolicy, isNegative: boolean): Life {
  const fresh = Math.min(maxAge * 1000, isNegative ? negativeLife : longestLife)
  const stale = isNegative ? 0 : Math.min(staleIfError * 1000, longestLife - fresh)
  return { fetchedAt, freshUntil: fetchedAt + fresh, staleUntil: fetchedAt + fresh + stale }
}
