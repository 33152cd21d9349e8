import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A way to write a text that a reader could undo, or guess back, without a key. */
export interface Encoding {
  readonly name: string
  /** What to look for: enough of the encoded text that it stands alone wherever the text begins. */
  readonly traces: readonly Buffer[]
  /** The text as somebody would have stored it. */
  readonly stored: Buffer
}

/** A text of personal data in every encoding that a store might be suspected of. Compressed ones have no trace of their own. */
export function encodingsOf(text: string): readonly Encoding[] {
  const letters = text.split('')
  const plain = Buffer.from(text)
  const wide = Buffer.from(text, 'utf16le')
  const percent = [...plain].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const json = `{"of":${JSON.stringify(text)}}`
  const simple: readonly (readonly [string, string | Buffer])[] = [
    ['plain', plain],
    ['reversed', letters.toReversed().join('')],
    ['lower case', text.toLowerCase()],
    ['upper case', text.toUpperCase()],
    ['hex', plain.toString('hex')],
    ['upper-case hex', plain.toString('hex').toUpperCase()],
    ['URL-encoded', encodeURIComponent(text)],
    ['a form', new URLSearchParams([['', text]]).toString().slice(1)],
    ['percent signs only', percent],
    ['JSON escapes', letters.map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
    ['UTF-16, little end first', wide],
    ['UTF-16, big end first', Buffer.from(wide).swap16()],
    ...numbersOf(text),
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((kind) => digestsOf(kind, text)),
  ]
  const base64 = (['base64', 'base64url'] as const).map((name): Encoding => {
    const stored = Buffer.from(Buffer.from(json).toString(name))
    return { name, traces: [0, 1, 2].map((offset) => base64Trace(plain, offset, name)), stored }
  })
  const compressed: Encoding = { name: 'gzip', traces: [], stored: gzipSync(json) }
  return [
    ...simple.map(([name, value]) => ({ name, traces: [Buffer.from(value)], stored: Buffer.from(value) })),
    ...base64,
    compressed,
    { name: 'base64 of gzip', traces: [], stored: Buffer.from(compressed.stored.toString('base64')) },
  ]
}

/** The letters of base64 that this text alone decides, where it begins so many bytes after a whole group. */
function base64Trace(plain: Buffer, offset: number, name: 'base64' | 'base64url'): Buffer {
  const letters = Buffer.concat([Buffer.alloc(offset), plain])
    .toString(name)
    .replaceAll('=', '')
  const complete = Math.floor(((offset + plain.length) * 8) / 6)
  return Buffer.from(letters.slice(Math.ceil((offset * 8) / 6), complete))
}

/** A NIK fits into the numbers of a binary format. */
function numbersOf(text: string): readonly (readonly [string, Buffer])[] {
  if (!/^\d{16}$/.test(text)) return []
  const integer = Buffer.alloc(8)
  integer.writeBigUInt64BE(BigInt(text))
  const float = Buffer.alloc(8)
  float.writeDoubleBE(Number(text))
  return [
    ['an integer, big end first', integer],
    ['an integer, little end first', Buffer.from(integer).swap64()],
    ['a float, big end first', float],
    ['a float, little end first', Buffer.from(float).swap64()],
    ['binary-coded decimals', Buffer.from(text, 'hex')],
  ]
}

/** There are so few NIKs, names and dates that a digest without a key is as good as the text. */
function digestsOf(kind: string, text: string): readonly (readonly [string, string | Buffer])[] {
  const digest = createHash(kind).update(text).digest()
  return [
    [kind, digest.subarray(0, 8)],
    [`${kind} in hex`, digest.toString('hex').slice(0, 16)],
    [`${kind} in base64`, digest.toString('base64').slice(0, 12)],
    [`${kind} in base64url`, digest.toString('base64url').slice(0, 12)],
  ]
}
