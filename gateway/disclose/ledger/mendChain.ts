import { EnvironmentError } from '../../../platform/EnvironmentError.ts'
import type { Logger } from '../../../platform/Logger.ts'
import type { LedgerFiles } from './LedgerFiles.ts'
import type { Chain, ChainEnd, SegmentBegin } from './createChain.ts'
import { findGaps } from './findGaps.ts'
import type { Segment } from './listSegments.ts'
import { listSegments } from './listSegments.ts'
import { readChain } from './readChain.ts'

export interface MendOptions {
  readonly directory: string
  readonly chain: Chain
  readonly files: LedgerFiles
  readonly logger: Logger
}

/** Where a chain goes on. */
export interface MendedChain {
  readonly last: ChainEnd
  /** The last segment and how many bytes of it stand; null where there is none. */
  readonly segment: (SegmentBegin & { readonly size: number }) | null
}

/** Bytes that are read at a start, which takes a second or two. What is older is for `verify`. */
const mostBytes = 268_435_456

/**
 * Reads the newest segments, at least two, cuts off a last group that was not written whole, and answers where the chain goes on.
 * Throws an EnvironmentError when anything else is wrong with it.
 */
export async function mendChain({ directory, chain, files, logger }: MendOptions): Promise<MendedChain> {
  const all = await listSegments(directory)
  const { last, first, segments, flaws, size, tail } = await readChain({ directory, chain, choose: newest })
  const problems = [...new Set([...findGaps(all), ...flaws])]
  if (problems.length > 0) throw new EnvironmentError(`${problems.join('\n')}\n${advice}`)
  const segment = segments.at(-1)
  if (segment === undefined) return { last, segment: null }
  const standing = { number: segment.number, first, size: tail?.offset ?? size }
  if (segment.size > standing.size) await cutTo(segment.path, standing.size, files)
  if (tail !== null) logger.warn({ segment: segment.number }, 'the end of the ledger was cut: it was not written whole')
  return { last, segment: standing }
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
