import type { LedgerFile, LedgerFiles } from './LedgerFiles.ts'
import { roomMark } from './roomMark.ts'
import { segmentPath } from './segmentPath.ts'

export interface SegmentWriterOptions {
  readonly directory: string
  readonly files: LedgerFiles
  /** A segment of at least so many bytes is followed by another. */
  readonly segmentBytes: number
  /** The last segment that is there, and how many bytes of it stand; null where there is none. */
  readonly last: { readonly number: number; readonly size: number } | null
}

/** Writes lines at the end of the last segment. It is not called again before the call before has settled. */
export interface SegmentWriter {
  /** The segment for the next lines: the last one, or another that is begun where that one is full. */
  readonly open: () => Promise<WritableSegment>
  /** Where the segment lies that lines were written to last. */
  readonly path: () => string
  /** Whether it still lies there. */
  readonly isInPlace: () => boolean
  readonly close: () => Promise<void>
  /** Closes without another change: the files may be those of another process by now. */
  readonly abandon: () => Promise<void>
}

export interface WritableSegment {
  readonly number: number
  /** Resolves once the lines are on disk. When it rejects, the next lines begin where these began. */
  readonly write: (lines: string) => Promise<void>
}

interface OpenSegment {
  readonly number: number
  readonly file: LedgerFile
  /** Bytes that stand. */
  size: number
  /** Bytes of the file: those that stand, and room for more. */
  end: number
  /** Whether there may be bytes behind them. */
  isTorn: boolean
}

/** Bytes of the room that a write brings along which finds none: for some 300 entries. */
const roomBytes = 262_144
const room = roomMark.repeat(roomBytes)

/**
 * Makes a writer that goes on where the last segment ends. What is written over room that is there is on disk in two thirds of
 * the time and of the processor's work that it takes to make a file longer.
 */
export async function createSegmentWriter(options: SegmentWriterOptions): Promise<SegmentWriter> {
  const { directory, files, segmentBytes, last } = options
  let segment: OpenSegment | null =
    last === null ? null : openedSegment(last, await files.open(segmentPath(directory, last.number), 'r+'))
  /** Made, while its name may not be on disk yet. */
  let begun: OpenSegment | null = null

  /** What fails here goes on at the next attempt with the file that is there by then: it is empty, and would be in the way. */
  async function openSegment(): Promise<OpenSegment> {
    if (segment !== null && segment.size < segmentBytes) return segment
    begun ??= await makeSegment((segment?.number ?? 0) + 1)
    // Without its name on disk, a segment could be gone after a power failure with all that is in it.
    await files.syncDirectory(directory)
    const full = segment
    const next = begun
    segment = next
    begun = null
    // All that was written is on disk, whatever becomes of the file now.
    if (full !== null) await closeSegment(full).catch(() => undefined)
    return next
  }

  async function makeSegment(number: number): Promise<OpenSegment> {
    return openedSegment({ number, size: 0 }, await files.open(segmentPath(directory, number), 'wx'))
  }

  return {
    async open() {
      const open = await openSegment()
      return { number: open.number, write: (lines) => writeAtEnd(open, lines) }
    },

    path: () => segmentPath(directory, segment?.number ?? 1),
    isInPlace: () => segment === null || segment.file.isInPlace(),

    async close() {
      if (segment !== null) await closeSegment(segment)
      await begun?.file.close()
    },

    async abandon() {
      await segment?.file.close()
      await begun?.file.close()
    },
  }
}

function openedSegment(
  { number, size }: { readonly number: number; readonly size: number },
  file: LedgerFile,
): OpenSegment {
  return { number, file, size, end: size, isTorn: false }
}

async function writeAtEnd(open: OpenSegment, lines: string): Promise<void> {
  if (open.isTorn) await cutBack(open)
  const size = open.size + Buffer.byteLength(lines)
  const isRoom = size <= open.end
  open.isTorn = true
  try {
    await open.file.write(Buffer.from(isRoom ? lines : lines + room), open.size)
  } catch (error) {
    // Tried again before the next write, if it fails.
    await cutBack(open).catch(() => undefined)
    throw error
  }
  open.size = size
  if (!isRoom) open.end = size + roomBytes
  open.isTorn = false
}

/** Where the room cannot be taken back, readers know it for what it is. */
async function closeSegment(segment: OpenSegment): Promise<void> {
  await cutBack(segment).catch(() => undefined)
  await segment.file.close()
}

async function cutBack(segment: OpenSegment): Promise<void> {
  await segment.file.truncate(segment.size)
  segment.end = segment.size
  segment.isTorn = false
}
