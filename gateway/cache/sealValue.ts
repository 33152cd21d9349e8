import { createCipheriv, randomBytes } from 'node:crypto'
import type { CacheKeys } from './Keyring.ts'
import type { CacheValue } from './CacheValue.ts'

/**
 * Seals a value with AES-256-GCM for one entry: version, key id, nonce, text, tag. Everything in front of the text and the
 * entry's name are authenticated with it, so that a value opens only where it was put.
 */
export function sealValue(entry: string, value: CacheValue, keys: CacheKeys): Buffer {
  const { fetchedAt, freshUntil, staleUntil, isNegative, epochs, data } = value
  const nonce = randomBytes(12)
  const head = Buffer.concat([version, keys.id])
  const cipher = createCipheriv('aes-256-gcm', keys.values, nonce)
  cipher.setAAD(Buffer.concat([head, Buffer.from(entry)]))
  const known = `${fetchedAt},${freshUntil},${staleUntil},${isNegative},[${epochs.join(',')}]`
  const text = cipher.update(`[${known},${data}]`, 'utf8')
  return Buffer.concat([head, nonce, text, cipher.final(), cipher.getAuthTag()])
}

const version = Buffer.from([2])
