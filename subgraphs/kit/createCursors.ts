import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { fault } from '../../platform/fault.ts'

/** Writes and reads the cursors of lists. A cursor holds for the list and filter it was made for, and cannot be made up. */
export interface Cursors {
  readonly write: (position: string, scope: string) => string
  /** Throws CURSOR_INVALID for a cursor that `write` did not make for this scope. */
  readonly read: (cursor: string, scope: string) => string
}

const sealLength = 16

/** Makes cursors of base64url(position) and a truncated HMAC-SHA-256 over scope and position, keyed from an agency's call key. */
export function createCursors(callKey: string): Cursors {
  const key = Buffer.from(hkdfSync('sha256', callKey, 'satu-atap', 'cursors', 32))

  function seal(position: string, scope: string): Buffer {
    const message = JSON.stringify([scope, position])
    return createHmac('sha256', key).update(message).digest().subarray(0, sealLength)
  }

  return {
    write(position, scope) {
      return Buffer.concat([seal(position, scope), Buffer.from(position)]).toString('base64url')
    },
    read(cursor, scope) {
      const bytes = Buffer.from(cursor, 'base64url')
      const position = bytes.subarray(sealLength).toString()
      // Several texts decode to the same bytes; only the one that `write` made is a cursor.
      const genuine =
        bytes.length > sealLength &&
        bytes.toString('base64url') === cursor &&
        timingSafeEqual(bytes.subarray(0, sealLength), seal(position, scope))
      if (!genuine) throw fault('CURSOR_INVALID', { argument: 'after' })
      return position
    },
  }
}
