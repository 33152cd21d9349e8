import type { LedgerFile, LedgerFiles } from './LedgerFiles.ts'
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
  /** Resolves once the lines are on disk, all in one segment. When it rejects, the next call begins where this one began. */
  readonly write: (lines: string) => Promise<void>
  readonly close: () => Promise<void>
}

interface OpenSegment {
  readonly number: number
  readonly file: LedgerFile
  /** Bytes that stand. */
  size: number
  /** Whether there may be bytes behind them. */
  isTorn: boolean
}

/** Makes a writer that goes on where the last segment ends. */
export async function createSegmentWriter(options: SegmentWriterOptions): Promise<SegmentWriter> {
  const { directory, files, segmentBytes, last } = options
  let segment: OpenSegment | null =
    last === null ? null : { ...last, file: await files.open(segmentPath(directory, last.number), 'r+'), isTorn: false }

  /** Without its name on disk, a segment could be gone after a power failure with all that is in it. */
  async function beginSegment(number: number): Promise<OpenSegment> {
    const path = segmentPath(directory, number)
    const file = await files.open(path, 'wx')
    try {
      await files.syncDirectory(directory)
    } catch (error) {
      await file.close()
      await files.remove(path)
      throw error
    }
    return { number, file, size: 0, isTorn: false }
  }

  async function openSegment(): Promise<OpenSegment> {
    if (segment !== null && segment.size < segmentBytes) return segment
    const next = await beginSegment((segment?.number ?? 0) + 1)
    await segment?.file.close()
    segment = next
    return next
  }

  return {
    async write(lines) {
      const open = await openSegment()
      if (open.isTorn) await cutBack(open)
      const bytes = Buffer.from(lines)
      open.isTorn = true
      try {
        await open.file.write(bytes, open.size)
        await open.file.sync()
      } catch (error) {
        // Tried again before the next write, if it fails.
        await cutBack(open).catch(() => undefined)
        throw error
      }
      open.size += bytes.length
      open.isTorn = false
    },

    async close() {
      if (segment?.isTorn === true) await cutBack(segment).catch(() => undefined)
      await segment?.file.close()
    },
  }
}

async function cutBack(segment: OpenSegment): Promise<void> {
  await segment.file.truncate(segment.size)
  segment.isTorn = false
}
