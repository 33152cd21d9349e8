import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/** Texts that are remembered, with what was made of them. */
const mostTexts = 10_000

/**
 * Makes digests (HMAC-SHA-256, base64url), from which nobody learns the texts without the key. What was digested lately is
 * remembered, since the same people are named again and again.
 */
export function createDigester(key: KeyObject): (text: string) => string {
  const known = new LRUCache<string, string>({ max: mostTexts })

  return function digest(text) {
    const remembered = known.get(text)
    if (remembered !== undefined) return remembered
    const made = createHmac('sha256', key).update(text).digest('base64url')
    known.set(text, made)
    return made
  }
}
