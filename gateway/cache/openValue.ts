import { createDecipheriv } from 'node:crypto'
import type { CacheValue } from './CacheValue.ts'
import type { CacheKeys, Keyring } from './Keyring.ts'

/** A value as it was sealed, but for its data, which is parsed. */
export interface OpenedValue extends Omit<CacheValue, 'data'> {
  readonly data: unknown
}

const version = 2
const nonceAt = 5
const textAt = nonceAt + 12
const tagLength = 16

/**
 * Opens what `sealValue` made for the same entry under one of the keys, or answers null: for a value that was altered, cut,
 * moved from another entry, or sealed with a key that is not in use any more.
 */
export function openValue(entry: string, sealed: Buffer, keyring: Keyring): OpenedValue | null {
  if (sealed.length < textAt + tagLength || sealed[0] !== version) return null
  const keys = keyring.find(({ id }) => id.equals(sealed.subarray(1, nonceAt)))
  return keys === undefined ? null : open(entry, sealed, keys)
}

function open(entry: string, sealed: Buffer, keys: CacheKeys): OpenedValue | null {
  const textEnd = sealed.length - tagLength
  try {
    const decipher = createDecipheriv('aes-256-gcm', keys.values, sealed.subarray(nonceAt, textAt), {
      authTagLength: tagLength,
    })
    decipher.setAAD(Buffer.concat([sealed.subarray(0, nonceAt), Buffer.from(entry)]))
    decipher.setAuthTag(sealed.subarray(textEnd))
    const text = decipher.update(sealed.subarray(textAt, textEnd), undefined, 'utf8') + decipher.final('utf8')
    // Authenticated, so it is what `sealValue` wrote.
    const [fetchedAt, freshUntil, staleUntil, isNegative, epochs, data] = list(JSON.parse(text))
    const instants = { fetchedAt: Number(fetchedAt), freshUntil: Number(freshUntil), staleUntil: Number(staleUntil) }
    return { ...instants, isNegative: isNegative === true, epochs: list(epochs).map(Number), data }
  } catch {
    return null
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
