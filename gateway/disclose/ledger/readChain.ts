import { beginning } from './beginning.ts'
import type { Chain, ChainedEntry, ChainEnd } from './createChain.ts'
import { createFlaws } from './createFlaws.ts'
import { createWalk } from './createWalk.ts'
import type { TornTail, Walk } from './createWalk.ts'
import { findGaps } from './findGaps.ts'
import type { Segment } from './listSegments.ts'
import { listSegments } from './listSegments.ts'
import { readHead } from './readHead.ts'
import type { LineRest } from './readLines.ts'
import { readLines } from './readLines.ts'

export interface ChainReadingOptions {
  readonly directory: string
  readonly chain: Chain
  /** Which of the segments that are there are read: all from one on. All by default. */
  readonly choose?: (segments: readonly Segment[]) => readonly Segment[]
  /** Gets every entry whose own hash holds. */
  readonly onEntry?: (entry: ChainedEntry) => void
}

/** What a directory holds. */
export interface ChainReading {
  /** Whether any gateway has ever kept its ledger there. */
  readonly isLedger: boolean
  /** The segments that were read. */
  readonly segments: readonly Segment[]
  /** What the head said; undefined where there is none, or none that can be read. */
  readonly head: ChainEnd | undefined
  readonly last: ChainEnd
  /** Sequence number of the first entry of the last segment; that of the next entry where it has none. */
  readonly first: number
  /** What is wrong, in sentences. */
  readonly flaws: readonly string[]
  /** Bytes of the last segment that are lines. */
  readonly size: number
  /** What the last segment has behind its last entry. */
  readonly tail: TornTail | null
}

const nothing: LineRest = { offset: 0, bytes: 0 }

/** Reads the chain of a directory line by line, also while it grows, and says where it is not whole. */
export async function readChain(options: ChainReadingOptions): Promise<ChainReading> {
  const { directory, chain, choose = (all) => all, onEntry = () => undefined } = options
  // First, so that what is written meanwhile is more than it knows of and not less.
  const found = await readHead(directory, chain)
  const head = typeof found === 'string' ? undefined : found
  const all = await listSegments(directory)
  const segments = choose(all)
  const flaws = createFlaws()
  const walk = createWalk({
    chain,
    head: head ?? beginning,
    fromBeginning: (segments[0]?.number ?? 1) === 1,
    onEntry,
    flaws,
  })
  if (found === 'changed') flaws.complain('The head is not as it was written.')
  if (found === 'missing' && all.length > 0) flaws.complain('The head is missing.')
  for (const gap of findGaps(segments)) flaws.complain(gap)
  const rest = await walkSegments(segments, walk)
  const tail = walk.end(rest)
  const isLedger = found !== 'missing' || all.length > 0
  return { isLedger, segments, head, last: walk.last(), first: walk.first(), flaws: flaws.all, size: rest.offset, tail }
}

/** Answers what the last one has behind its last line. */
async function walkSegments(segments: readonly Segment[], walk: Walk): Promise<LineRest> {
  let rest = nothing
  let before: Segment | undefined
  for (const segment of segments) {
    if (before !== undefined) walk.endSegment(rest)
    walk.beginSegment(segment.number)
    rest = await readLines(segment.path, walk.take)
    before = segment
  }
  return rest
}
