import { createSecretKey } from 'node:crypto'
import { deriveKey } from '../../../platform/deriveKey.ts'
import type { CacheKeys, Keyring } from './Keyring.ts'

/**
 * Derives the keys of the cache from its secrets, the one that writes first. To rotate, give the
 * new secret to every gateway as an old one, then as the first, and drop the old one when its entries have died: at no
 * moment is there a gateway that misses a change which another was told of.
 */
export function createKeyring(secret: string, olderSecrets: readonly string[] = []): Keyring {
  return [deriveKeys(secret), ...olderSecrets.map(deriveKeys)]
}

function deriveKeys(secret: string): CacheKeys {
  const derive = (purpose: string, bytes?: number) => deriveKey(secret, `entity cache: ${purpose}`, bytes)
  return {
    id: derive('key id', 4),
    entries: createSecretKey(derive('names of entries')),
    counters: createSecretKey(derive('names of counters')),
    values: createSecretKey(derive('values')),
  }
}
