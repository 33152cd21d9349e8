import { createCipheriv, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** Subjects that are remembered sealed: an office has tens of desks, and to seal takes longer than the rest of an entry. */
const mostSubjects = 10_000

/**
 * Seals who saw a record with AES-256-GCM: nonce, text, tag, as base64url. A subject that was sealed lately gets the same
 * again; the chain says where it belongs.
 */
export function createSubjectSealer(key: KeyObject): (subject: string) => string {
  const known = new LRUCache<string, string>({ max: mostSubjects })

  return function seal(subject) {
    const remembered = known.get(subject)
    if (remembered !== undefined) return remembered
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    const text = Buffer.concat([nonce, cipher.update(subject, 'utf8'), cipher.final(), cipher.getAuthTag()])
    const sealed = text.toString('base64url')
    known.set(subject, sealed)
    return sealed
  }
}
