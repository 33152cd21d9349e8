import { beginning } from './beginning.ts'
import type { Chain, ChainedEntry, ChainEnd } from './createChain.ts'
import type { Flaws } from './createFlaws.ts'
import { createSegmentCheck } from './createSegmentCheck.ts'
import { missingEntries } from './missingEntries.ts'
import type { LineRest } from './readLines.ts'

export interface WalkOptions {
  readonly chain: Chain
  /** What the head knows of, where there is one. */
  readonly head: ChainEnd
  /** Whether the first line is that of entry 1; otherwise the first entry says where its segment begins. */
  readonly fromBeginning: boolean
  /** Gets every entry whose own hash holds. */
  readonly onEntry: (entry: ChainedEntry) => void
  readonly flaws: Flaws
}

/** A last group that was not written whole, as when the power fails or while it is being written. */
export interface TornTail {
  readonly offset: number
  /** Whether a whole line is among it. A process that is killed leaves half a line at most. */
  readonly hasLines: boolean
}

/** Goes along a chain line by line and notes where it is not whole. */
export interface Walk {
  /** What comes is in this segment. */
  readonly beginSegment: (number: number) => void
  readonly take: (line: Buffer, offset: number) => void
  /** What comes is in another segment. */
  readonly endSegment: (rest: LineRest) => void
  /** There is nothing more. Answers what may be cut off the last segment without a loss. */
  readonly end: (rest: LineRest) => TornTail | null
  /** The last entry that is in its place. */
  readonly last: () => ChainEnd
  /** Sequence number of the first entry of the segment; that of the next entry where it has none yet. */
  readonly first: () => number
}

/** What is known of the place where the next entry should stand. */
type Standing =
  /** It follows from the last one. */
  | { readonly name: 'linked' }
  /** Nothing was read yet, and what is in front is elsewhere: it is the first of its segment. */
  | { readonly name: 'beginning' }
  /** What is in front of it was told to be wrong. It is believed, so that one change is told once. */
  | { readonly name: 'lost' }
  /** A line in front of it is no entry: either one that was changed, or all from there is of a torn group. */
  | Broken

interface Broken extends TornTail {
  readonly name: 'broken'
  /** The entry that should stand there. */
  readonly sequence: number
  /** Whether what is in front of that line is in its place. */
  readonly wasLinked: boolean
}

const linked: Standing = { name: 'linked' }
const lost: Standing = { name: 'lost' }

/**
 * Makes a walk. A line that is no entry may be of a torn group where all that follows was written together with it and the head
 * knows of none of it: a group is only begun once the one before it is on disk. Elsewhere it is a flaw.
 */
export function createWalk({ chain, head, fromBeginning, onEntry, flaws }: WalkOptions): Walk {
  const { complain } = flaws
  const segment = createSegmentCheck(complain)
  let last = beginning
  let standing: Standing = fromBeginning ? linked : { name: 'beginning' }

  function breakAt(offset: number, hasLines: boolean): void {
    if (standing.name === 'broken') return
    const wasLinked = standing.name === 'linked'
    standing = { name: 'broken', offset, hasLines, sequence: last.sequence + 1, wasLinked }
  }

  function admit({ sequence }: Broken): void {
    const what = fromBeginning || last.sequence > 0 ? `Entry ${sequence}` : 'The first entry'
    complain(`${what} was changed, or something was put in front of it.`)
    standing = lost
  }

  function follow(entry: ChainedEntry): void {
    if (standing.name === 'linked') complain(misplacement(entry, last))
    if (standing.name === 'linked' && entry.sequence <= last.sequence) return
    segment.compare(entry, standing.name === 'beginning' ? 'first' : undefined)
    complain(contradiction(entry, head))
    last = { sequence: entry.sequence, hash: entry.hash }
    standing = linked
  }

  return {
    last: () => last,
    first: () => segment.first() ?? last.sequence + 1,
    beginSegment: segment.begin,

    take(line, offset) {
      const entry = chain.read(line)
      if (entry === null) return breakAt(offset, true)
      onEntry(entry)
      // The line and this entry may be of one torn group.
      if (standing.name === 'broken' && entry.group <= standing.sequence) return
      if (standing.name === 'broken') admit(standing)
      follow(entry)
    },

    endSegment({ offset, bytes }) {
      if (bytes > 0) breakAt(offset, false)
      if (standing.name === 'broken') admit(standing)
      // Another is only begun when it is full.
      if (standing.name === 'beginning') complain(`All entries of segment ${segment.number()} are missing.`)
      if (standing.name === 'beginning') standing = lost
    },

    end({ offset, bytes }) {
      if (bytes > 0) breakAt(offset, false)
      const torn = standing.name === 'broken' ? standing : null
      const isTail = torn !== null && torn.wasLinked && torn.sequence > head.sequence
      if (torn !== null && !isTail) admit(torn)
      if (flaws.all.length === 0 && last.sequence < head.sequence)
        complain(missingEntries(last.sequence + 1, head.sequence))
      return isTail ? torn : null
    },
  }
}

/** What is wrong with where an entry stands, or undefined when it follows from the last one. */
function misplacement({ sequence, previous }: ChainedEntry, last: ChainEnd): string | undefined {
  const next = last.sequence + 1
  if (sequence < next) return `Entry ${sequence} stands where entry ${next} should.`
  if (sequence > next) return missingEntries(next, sequence - 1)
  return previous === last.hash ? undefined : `Entry ${sequence} does not follow from the one before it.`
}

function contradiction({ sequence, hash }: ChainedEntry, head: ChainEnd): string | undefined {
  const isOther = sequence === head.sequence && hash !== head.hash
  return isOther ? `Entry ${sequence} is not the one that the head knows.` : undefined
}
