import { createReadStream } from 'node:fs'
import { longestLine } from './longestLine.ts'
import { roomMark } from './roomMark.ts'

/** What is left when every whole line was read: where it begins, and its length in bytes without room that nobody took. */
export interface LineRest {
  readonly offset: number
  readonly bytes: number
}

const lineFeed = 10
const roomByte = roomMark.charCodeAt(0)

/**
 * Reads a file line by line as far as its first room, each without its line feed and with the byte that it begins at. What stands
 * behind room is never read: it is being written, or was when the power failed. Holds no more than the longest line that there
 * may be: what goes on for longer is handed over in pieces, of which none is an entry.
 */
export async function readLines(path: string, onLine: (line: Buffer, offset: number) => void): Promise<LineRest> {
  let rest: Buffer = Buffer.alloc(0)
  let offset = 0
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 262_144 })
  for await (const chunk of chunks) {
    const room = chunk.indexOf(roomByte)
    const read = room === -1 ? chunk : chunk.subarray(0, room)
    const bytes = rest.length === 0 ? read : Buffer.concat([rest, read])
    let begin = 0
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, begin)) {
      onLine(bytes.subarray(begin, end), offset + begin)
      begin = end + 1
    }
    if (bytes.length - begin > longestLine) {
      onLine(bytes.subarray(begin), offset + begin)
      begin = bytes.length
    }
    rest = bytes.subarray(begin)
    offset += begin
    if (room !== -1) break
  }
  return { offset, bytes: rest.length }
}
