import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../platform/deriveKey.ts'
import { fault } from '../../platform/fault.ts'

/** Writes and reads the cursors of lists. A cursor holds for the list and filter it was made for, cannot be made up, and tells nothing. */
export interface Cursors {
  readonly write: (position: string, scope: string) => string
  /** Throws CURSOR_INVALID for a cursor that `write` did not make for this scope. */
  readonly read: (cursor: string, scope: string) => string
}

const sealLength = 16

const cipher = 'aes-256-ctr'

/**
 * Makes cursors under keys from an agency's call key: base64url of a seal, a truncated HMAC-SHA-256 over scope and position, and the
 * position enciphered with the seal for its nonce (as in AES-SIV, RFC 5297). A position that could be read would tell how many rows
 * there are in between that somebody may not see.
 */
export function createCursors(callKey: string): Cursors {
  const sealKey = deriveKey(callKey, 'cursors')
  const positionKey = deriveKey(callKey, 'cursor positions')

  function sealOf(position: string, scope: string): Buffer {
    const message = JSON.stringify([scope, position])
    return createHmac('sha256', sealKey).update(message).digest().subarray(0, sealLength)
  }

  return {
    write(position, scope) {
      const seal = sealOf(position, scope)
      return Buffer.concat([seal, createCipheriv(cipher, positionKey, seal).update(position)]).toString('base64url')
    },
    read(cursor, scope) {
      const bytes = Buffer.from(cursor, 'base64url')
      if (bytes.length <= sealLength) throw invalid()
      const seal = bytes.subarray(0, sealLength)
      const position = createDecipheriv(cipher, positionKey, seal).update(bytes.subarray(sealLength)).toString()
      // Several texts decode to the same bytes; only the one that `write` made is a cursor.
      const isGenuine = bytes.toString('base64url') === cursor && timingSafeEqual(seal, sealOf(position, scope))
      if (!isGenuine) throw invalid()
      return position
    },
  }
}

function invalid(): Error {
  return fault('CURSOR_INVALID', { argument: 'after' })
}
