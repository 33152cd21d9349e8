import { createDecipheriv } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { CacheValue } from '../CacheValue.ts'
import type { Keyring } from '../names/Keyring.ts'
import { deriveValueKey } from './deriveValueKey.ts'

/**
 * Opens what a sealer made for the same entry under one of the keys, or answers null: for a value that was altered, cut,
 * moved from another entry, or sealed with a key that is not in use any more.
 */
export type Unsealer = (entry: string, sealed: Buffer) => CacheValue | null

const version = 3
const saltAt = 5
const numberAt = saltAt + 16
const textAt = numberAt + 4
const tagLength = 16

/** Salts are drawn by gateways as they start, and now and then. Whoever writes others into the store only costs time. */
const mostSalts = 1_000

/** Makes the unsealer of a keyring. */
export function createUnsealer(keyring: Keyring): Unsealer {
  const derived = new LRUCache<string, KeyObject>({ max: mostSalts })

  function keyFor(sealed: Buffer): KeyObject | undefined {
    const name = sealed.toString('latin1', 1, numberAt)
    const known = derived.get(name)
    if (known !== undefined) return known
    const keys = keyring.find(({ id }) => id.equals(sealed.subarray(1, saltAt)))
    if (keys === undefined) return undefined
    const made = deriveValueKey(keys.values, sealed.subarray(saltAt, numberAt))
    derived.set(name, made)
    return made
  }

  return function unseal(entry, sealed) {
    if (sealed.length < textAt + tagLength || sealed[0] !== version) return null
    const key = keyFor(sealed)
    return key === undefined ? null : openWith(key, entry, sealed)
  }
}

function openWith(key: KeyObject, entry: string, sealed: Buffer): CacheValue | null {
  const textEnd = sealed.length - tagLength
  const nonce = Buffer.alloc(12)
  sealed.copy(nonce, 8, numberAt, textAt)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(entry))
    decipher.setAuthTag(sealed.subarray(textEnd))
    const opened = decipher.update(sealed.subarray(textAt, textEnd), undefined, 'utf8') + decipher.final('utf8')
    return readValue(opened)
  } catch {
    return null
  }
}

/** Authenticated, so it is what a sealer wrote: JSON has no line breaks of its own. */
function readValue(opened: string): CacheValue {
  const end = opened.indexOf('\n')
  const [fetchedAt, freshUntil, staleUntil, isNegative, epochs] = list(JSON.parse(opened.slice(0, end)))
  return {
    life: { fetchedAt: Number(fetchedAt), freshUntil: Number(freshUntil), staleUntil: Number(staleUntil) },
    isNegative: isNegative === true,
    epochs: list(epochs).map(Number),
    text: opened.slice(end + 1),
    parsed: undefined,
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
