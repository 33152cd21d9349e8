import type { CacheNote } from './CacheNote.ts'
import type { CacheQuestion } from './CacheQuestion.ts'
import type { CacheValue } from './CacheValue.ts'
import type { EntryNames } from './names/EntryNames.ts'

/** A question under its names. */
export interface CachePart {
  /** Its place among the questions that are asked together. */
  readonly position: number
  readonly question: CacheQuestion
  /** One for each secret in use, the one that writes first. */
  readonly names: readonly [EntryNames, ...EntryNames[]]
}

/** A part with what the store knows of it. */
export interface ReadPart {
  readonly part: CachePart
  /** What the counters of its first names stood at; undefined when the store did not tell, or the value is fresh. */
  readonly epochs: readonly number[] | undefined
  /** What was kept, if nothing has changed since and its life is not over. */
  readonly value: CacheValue | undefined
  readonly isFresh: boolean
  readonly why: CacheNote['why']
}
