import { createSecretKey, hkdfSync } from 'node:crypto'
import type { CacheKeys, Keyring } from './Keyring.ts'

/**
 * Derives the keys of the cache from its secrets by HKDF-SHA-256 (RFC 5869), the one that writes first. To rotate, give the
 * new secret to every gateway as an old one, then as the first, and drop the old one when its entries have died: at no
 * moment is there a gateway that misses a change which another was told of.
 */
export function createKeyring(secret: string, olderSecrets: readonly string[] = []): Keyring {
  return [deriveKeys(secret), ...olderSecrets.map(deriveKeys)]
}

function deriveKeys(secret: string): CacheKeys {
  const derive = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'satu-atap', `entity cache: ${purpose}`, bytes))
  return {
    id: derive('key id', 4),
    entries: createSecretKey(derive('names of entries', 32)),
    counters: createSecretKey(derive('names of counters', 32)),
    values: createSecretKey(derive('values', 32)),
  }
}
