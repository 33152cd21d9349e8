import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { oncePerText } from './oncePerText.ts'

/** Texts that are remembered, with what was made of them. */
const mostTexts = 10_000

/**
 * Makes digests (HMAC-SHA-256, base64url), from which nobody learns the texts without the key. What was digested lately is
 * remembered, since the same people are named again and again.
 */
export function createDigester(key: KeyObject): (text: string) => string {
  return oncePerText((text: string) => createHmac('sha256', key).update(text).digest('base64url'), mostTexts)
}
