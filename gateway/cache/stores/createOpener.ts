import { LRUCache } from 'lru-cache'
import type { CacheValue } from '../CacheValue.ts'
import type { Keyring } from '../names/Keyring.ts'
import { createUnsealer } from './createUnsealer.ts'
import type { Unsealer } from './createUnsealer.ts'

interface Opened {
  readonly sealed: Buffer
  readonly value: CacheValue
}

/** What the sealed values may take that are remembered open; open, they take about as much again. */
const mostBytes = 8_000_000

/**
 * Makes an unsealer that remembers what it opened lately. It takes nothing from its memory but for the very bytes that the store
 * has now, so whatever makes an entry unreadable there makes it unreadable here. To open one takes five times as long as to
 * compare it, which is a quarter of the CPU of a list that is known.
 */
export function createOpener(keyring: Keyring): Unsealer {
  const unseal = createUnsealer(keyring)
  const opened = new LRUCache<string, Opened>({ maxSize: mostBytes, sizeCalculation: ({ sealed }) => sealed.length })

  return function open(entry, sealed) {
    const known = opened.get(entry)
    if (known?.sealed.equals(sealed) === true) return known.value
    const value = unseal(entry, sealed)
    // A copy, for a store may hand out a part of something larger.
    if (value === null) opened.delete(entry)
    else opened.set(entry, { sealed: Buffer.from(sealed), value })
    return value
  }
}
