import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/**
 * The signature of a call as base64url: HMAC-SHA-256 of its token, a line feed, and the bytes of its body. What a token itself is
 * signed by has no line feed in it, so that neither signature is good for the other.
 */
export function signCallBody(key: KeyObject, token: string, body: string | Buffer): string {
  return createHmac('sha256', key).update(`${token}\n`).update(body).digest('base64url')
}
