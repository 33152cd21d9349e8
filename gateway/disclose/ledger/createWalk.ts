import type { Chain, ChainedEntry, ChainEnd } from './createChain.ts'
import { beginning } from './beginning.ts'
import type { LineRest } from './readLines.ts'

export interface WalkOptions {
  readonly chain: Chain
  /** What the head knows of, where there is one. */
  readonly head: ChainEnd
  /** Whether the first line is that of entry 1; otherwise whatever comes first is believed to follow from what is not there. */
  readonly fromBeginning: boolean
  /** Gets every entry whose own hash holds. */
  readonly onEntry: (entry: ChainedEntry) => void
}

/** A last group that was not written whole, as when the power fails or while it is being written. */
export interface TornTail {
  readonly offset: number
  /** Whether a whole line is among it. A process that is killed leaves half a line at most. */
  readonly hasLines: boolean
}

/** Goes along a chain line by line and notes where it is not whole. */
export interface Walk {
  readonly take: (line: Buffer, offset: number) => void
  /** What comes is in another segment. */
  readonly endSegment: (rest: LineRest) => void
  /** There is nothing more. Answers what may be cut off the last segment without a loss. */
  readonly end: (rest: LineRest) => TornTail | null
  readonly complain: (flaw: string) => void
  /** The last entry that is in its place. */
  readonly last: () => ChainEnd
  /** What is wrong, in sentences; the first of it, where it is much. */
  readonly flaws: readonly string[]
}

interface Break extends TornTail {
  /** The entry that should stand there. */
  readonly sequence: number
}

const mostFlaws = 20

/**
 * Makes a walk. A line that is no entry may be of a torn group where all that follows was written together with it and the head
 * knows of none of it: a group is only begun once the one before it is on disk. Elsewhere it is a flaw, after which the next entry
 * is believed again, so that one change is told once.
 */
export function createWalk({ chain, head, fromBeginning, onEntry }: WalkOptions): Walk {
  const flaws: string[] = []
  let last = beginning
  let isLinked = fromBeginning
  let broken: Break | undefined

  function complain(flaw: string | undefined): void {
    if (flaw !== undefined && flaws.length < mostFlaws) flaws.push(flaw)
  }

  function breakAt(offset: number, hasLines: boolean): void {
    broken ??= { offset, hasLines, sequence: last.sequence + 1 }
  }

  function admitBreak(): void {
    if (broken === undefined) return
    const what = fromBeginning || last.sequence > 0 ? `Entry ${broken.sequence}` : 'The first entry'
    complain(`${what} was changed, or something was put in front of it.`)
    isLinked = false
    broken = undefined
  }

  function follow(entry: ChainedEntry): void {
    if (isLinked) complain(misplacement(entry, last))
    if (isLinked && entry.sequence <= last.sequence) return
    const isHead = entry.sequence === head.sequence
    if (isHead && entry.hash !== head.hash) complain(`Entry ${entry.sequence} is not the one that the head knows.`)
    last = { sequence: entry.sequence, hash: entry.hash }
    isLinked = true
  }

  return {
    complain,
    flaws,
    last: () => last,

    take(line, offset) {
      const entry = chain.read(line)
      if (entry === null) return breakAt(offset, true)
      onEntry(entry)
      if (broken !== undefined && entry.group <= broken.sequence) return
      admitBreak()
      follow(entry)
    },

    endSegment({ offset, bytes }) {
      if (bytes > 0) breakAt(offset, false)
      admitBreak()
    },

    end({ offset, bytes }) {
      if (bytes > 0) breakAt(offset, false)
      if (broken !== undefined && (broken.sequence <= head.sequence || !isLinked)) admitBreak()
      if (flaws.length === 0 && last.sequence < head.sequence) complain(missing(last.sequence + 1, head.sequence))
      return broken ?? null
    },
  }
}

/** What is wrong with where an entry stands, or undefined when it follows from the last one. */
function misplacement({ sequence, previous }: ChainedEntry, last: ChainEnd): string | undefined {
  const next = last.sequence + 1
  if (sequence < next) return `Entry ${sequence} stands where entry ${next} should.`
  if (sequence > next) return missing(next, sequence - 1)
  return previous === last.hash ? undefined : `Entry ${sequence} does not follow from the one before it.`
}

function missing(first: number, end: number): string {
  return first === end ? `Entry ${first} is missing.` : `Entries ${first} to ${end} are missing.`
}
