import { LRUCache } from 'lru-cache'
import type { Keyring } from './Keyring.ts'
import { openValue } from './openValue.ts'
import type { OpenedValue } from './openValue.ts'

/** Opens what is kept under a name, as `openValue` does. */
export type Opener = (entry: string, sealed: Buffer) => OpenedValue | null

interface Opened {
  readonly sealed: Buffer
  readonly value: OpenedValue
}

/** What the sealed values may take that are remembered open; open, they take about as much again. */
const mostBytes = 8_000_000

/**
 * Makes an opener that remembers what it opened lately. It takes nothing from its memory but for the very bytes that the store
 * has now, so whatever makes an entry unreadable there makes it unreadable here. To open one takes five times as long as to
 * compare it, which is a quarter of the CPU of a list that is known.
 */
export function createOpener(keyring: Keyring): Opener {
  const opened = new LRUCache<string, Opened>({ maxSize: mostBytes, sizeCalculation: ({ sealed }) => sealed.length })

  return function open(entry, sealed) {
    const known = opened.get(entry)
    if (known?.sealed.equals(sealed) === true) return known.value
    const value = openValue(entry, sealed, keyring)
    // A copy, for a store may hand out a part of something larger.
    if (value === null) opened.delete(entry)
    else opened.set(entry, { sealed: Buffer.from(sealed), value })
    return value
  }
}
