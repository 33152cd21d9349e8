import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { joinParts } from './joinParts.ts'

/** A digest of some texts (HMAC-SHA-256, as base64url), from which nobody learns them without the key. */
export function digestParts(key: KeyObject, parts: readonly string[]): string {
  return createHmac('sha256', key).update(joinParts(parts)).digest('base64url')
}
