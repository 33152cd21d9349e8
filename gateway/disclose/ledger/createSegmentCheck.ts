import type { ChainedEntry } from './createChain.ts'
import { missingEntries } from './missingEntries.ts'

/** Holds what entries say of their segment against the segment that they stand in. */
export interface SegmentCheck {
  /** What comes is in this segment. */
  readonly begin: (number: number) => void
  /** An entry that is in its place; `first` where it is the first of a walk, and nothing proves that none was in front of it. */
  readonly compare: (entry: ChainedEntry, first?: 'first') => void
  readonly number: () => number
  /** Sequence number of the first entry that is there; undefined where there is none yet. */
  readonly first: () => number | undefined
}

/** Makes a check that says what is wrong once a segment: what is wrong for one entry is wrong for those behind it. */
export function createSegmentCheck(complain: (flaw: string) => void): SegmentCheck {
  let number = 0
  let first: number | undefined
  let isFirstProven = true
  let isMisfiled = false

  return {
    number: () => number,
    first: () => first,

    begin(given) {
      number = given
      first = undefined
      isFirstProven = true
      isMisfiled = false
    },

    compare({ sequence, segment }, isFirst) {
      first ??= sequence
      if (isFirst !== undefined) isFirstProven = false
      if (segment === undefined) return
      if (segment.number !== number && !isMisfiled) {
        complain(`Entry ${sequence} stands in segment ${number} and was written in segment ${segment.number}.`)
        isMisfiled = true
      }
      if (isFirstProven) return
      if (segment.first < first) complain(missingEntries(segment.first, first - 1))
      isFirstProven = true
    },
  }
}
