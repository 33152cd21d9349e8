import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'

interface Compression {
  readonly open: (bytes: Buffer) => Buffer
  /** Whether it may begin at a place in the bytes. */
  readonly mayBegin: (bytes: Buffer, place: number) => boolean
}

const partial = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_000_000 }

/** Places at which a format without a mark of its own may begin: the front, and behind the parts of a sealed value's head. */
const unmarked = new Set([0, 1, 5, 17])

const compressions: readonly Compression[] = [
  {
    open: (bytes) => gunzipSync(bytes, partial),
    mayBegin: isGzip,
  },
  {
    open: (bytes) => inflateSync(bytes, partial),
    mayBegin: (bytes, place) => ((bytes[place] ?? 0) & 15) === 8 && bytes.readUInt16BE(place) % 31 === 0,
  },
  {
    open: (bytes) => inflateRawSync(bytes, partial),
    // Also behind a plain head of gzip, which is not opened when something else follows it.
    mayBegin: (bytes, place) => unmarked.has(place) || isGzip(bytes, place - 10),
  },
  {
    open: (bytes) => brotliDecompressSync(bytes, { ...partial, finishFlush: constants.BROTLI_OPERATION_FLUSH }),
    mayBegin: (_bytes, place) => unmarked.has(place),
  },
]

function isGzip(bytes: Buffer, place: number): boolean {
  return bytes[place] === 0x1f && bytes[place + 1] === 0x8b
}

/** Bytes as they are and as whoever finds them would try to read them: decoded from text, and decompressed from any place. */
export function viewsOf(bytes: Buffer): readonly Buffer[] {
  const read = [bytes, ...decoded(bytes)]
  return [...read, ...read.flatMap(decompressed)]
}

function decoded(bytes: Buffer): readonly Buffer[] {
  const words = bytes.toString('latin1').match(/[\w+/=-]{8,}/g) ?? []
  return words.flatMap((word) => {
    const base64 = Buffer.from(word, 'base64')
    return /^[\da-f]+$/i.test(word) ? [base64, Buffer.from(word, 'hex')] : [base64]
  })
}

function decompressed(bytes: Buffer): readonly Buffer[] {
  const places = Array.from({ length: Math.max(0, bytes.length - 1) }, (_, place) => place)
  return compressions.flatMap(({ open, mayBegin }) =>
    places.filter((place) => mayBegin(bytes, place)).flatMap((place) => attempt(() => open(bytes.subarray(place)))),
  )
}

function attempt(open: () => Buffer): readonly Buffer[] {
  try {
    const opened = open()
    return opened.length === 0 ? [] : [opened]
  } catch {
    return []
  }
}
