import type { CachePolicy } from '../agency/CachePolicy.ts'
import type { CachePart } from './CachePart.ts'
import type { CacheStore } from './CacheStore.ts'
import type { Keyring } from './Keyring.ts'
import { longestLife } from './longestLife.ts'
import { sealValue } from './sealValue.ts'

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
  readonly keyring: Keyring
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Milliseconds for which it is remembered that there is no such thing. */
const negativeLife = 30_000

/** Makes the writer, which seals answers and gives each of them a life of its own. */
export function createWriter({ store, keyring: [keys], clock }: WriterOptions): Writer {
  const writing = new Set<Promise<void>>()

  async function write(answers: readonly Keepable[], { askedAt, policy }: Circumstances): Promise<void> {
    const entries = answers.flatMap(({ part, epochs, text, isNegative }) => {
      const { fresh, stale } = lifeOf(policy, isNegative)
      const freshUntil = askedAt + fresh
      const staleUntil = freshUntil + stale
      const milliseconds = Math.ceil(staleUntil - clock())
      if (milliseconds <= 0) return []
      const key = part.names[0].entry
      const value = sealValue(key, { fetchedAt: askedAt, freshUntil, staleUntil, isNegative, epochs, data: text }, keys)
      return [{ key, value, milliseconds }]
    })
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

function lifeOf({ maxAge, staleIfError }: CachePolicy, isNegative: boolean) {
  const fresh = Math.min(maxAge * 1000, isNegative ? negativeLife : longestLife)
  return { fresh, stale: isNegative ? 0 : Math.min(staleIfError * 1000, longestLife - fresh) }
}
