import { hkdfSync } from 'node:crypto'

/**
 * The key that signs calls to one agency, as base64url of 32 bytes: HKDF-SHA-256 (RFC 5869) of the gateway's secret with
 * the agency's name. An agency holds only its own key, so it cannot forge a call to another.
 */
export function deriveCallKey(secret: string, agency: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'satu-atap', `agency call: ${agency}`, 32)).toString('base64url')
}
