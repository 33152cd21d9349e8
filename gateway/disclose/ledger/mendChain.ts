import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import type { Logger } from '../../../platform/Logger.ts'
import type { LedgerFiles } from './LedgerFiles.ts'
import type { Chain, ChainEnd, SegmentBegin } from './createChain.ts'
import { findGaps } from './findGaps.ts'
import type { Segment } from './listSegments.ts'
import { listSegments } from './listSegments.ts'
import type { ChainReading } from './readChain.ts'
import { readChain } from './readChain.ts'
import type { Head } from './takeHead.ts'
import { takeHead } from './takeHead.ts'

export interface MendOptions {
  readonly directory: string
  readonly chain: Chain
  readonly files: LedgerFiles
  readonly logger: Logger
}

/** Where a chain goes on. */
export interface MendedChain {
  readonly head: Head
  readonly last: ChainEnd
  /** The last segment and how many bytes of it stand; null where there is none. */
  readonly segment: (SegmentBegin & { readonly size: number }) | null
}

/** Bytes that are read at a start, which takes a second or two. What is older is for `verify`. */
const mostBytes = 268_435_456

/**
 * Reads the newest segments, at least two, takes the head, cuts off a last group that was not written whole, and answers where the
 * chain goes on. Throws an EnvironmentError, and changes nothing, when anything else is wrong with it or another process writes it.
 */
export async function mendChain(options: MendOptions): Promise<MendedChain> {
  const { directory, chain, files } = options
  const all = await listSegments(directory)
  const reading = await readChain({ directory, chain, choose: newest })
  const { last, flaws } = reading
  const problems = [...new Set([...findGaps(all), ...flaws])]
  if (problems.length > 0) throw new EnvironmentError(`${problems.join('\n')}\n${advice}`)
  // What follows the last entry may be what another process is writing, until that one has no right to it any more.
  const head = await takeHead({ directory, chain, files, found: reading.head, last })
  try {
    return { head, last, segment: await cutTail(reading, options) }
  } catch (error) {
    await head.close()
    throw error
  }
}

async function cutTail(
  { segments, first, size, tail }: ChainReading,
  { files, logger }: MendOptions,
): Promise<MendedChain['segment']> {
  const segment = segments.at(-1)
  if (segment === undefined) return null
  const standing = { number: segment.number, first, size: tail?.offset ?? size }
  if (segment.size > standing.size) await cutTo(segment.path, standing.size, files)
  if (tail !== null) logger.warn({ segment: segment.number }, 'the end of the ledger was cut: it was not written whole')
  return standing
}

async function cutTo(path: string, size: number, files: LedgerFiles): Promise<void> {
  const file = await files.open(path, 'r+')
  try {
    await file.truncate(size)
  } finally {
    await file.close()
  }
}

function newest(all: readonly Segment[]): readonly Segment[] {
  let begin = Math.max(0, all.length - 2)
  let bytes = all.slice(begin).reduce((sum, { size }) => sum + size, 0)
  for (let before = all[begin - 1]; before !== undefined; before = all[begin - 1]) {
    bytes += before.size
    if (bytes > mostBytes) break
    begin -= 1
  }
  return all.slice(begin)
}

const advice =
  'The ledger in LEDGER_PATH is not whole, or LEDGER_SECRET is not the one that it was begun with. `npm run ledger -- verify` says more.'
