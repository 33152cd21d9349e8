import { createSecretKey, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** The key that whoever has drawn a salt seals values with (HKDF-SHA-256, RFC 5869). */
export function deriveValueKey(values: KeyObject, salt: Buffer): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', values, salt, 'entity cache: values under a salt', 32)))
}
