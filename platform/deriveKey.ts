import { hkdfSync } from 'node:crypto'

/** A key of so many bytes for one purpose, by HKDF-SHA-256 (RFC 5869): none of a secret's keys tells anything of the others. */
export function deriveKey(secret: string, purpose: string, bytes: number = 32): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'satu-atap', purpose, bytes))
}
