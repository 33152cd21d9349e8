import type { CacheNote } from '../../cache/CacheNote.ts'
import type { Gap, Reason } from '../../disclose/Gap.ts'

/** What came of a fetch. */
export interface Answered {
  /** In the order of what was asked for. */
  readonly parts: readonly AnsweredPart[]
  /** What is missing where the agency did not say. */
  readonly placeless: readonly Reason[]
}

/** What came of one part, filled so that the plan can go on with it: what is missing is null. */
export interface AnsweredPart {
  /** An entity, null where the agency knows of none; or an object of root fields. */
  readonly data: unknown
  /** What is missing, at places inside the data. */
  readonly gaps: readonly Gap[]
  readonly origin: Origin
}

/** Where a part came from, and when that was known to be true, in milliseconds since the epoch. */
export interface Origin {
  readonly source: 'LIVE' | 'CACHE' | 'STALE'
  readonly asOf: number | null
  readonly why: CacheNote['why']
}
