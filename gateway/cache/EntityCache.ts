import type { RequestContext } from '../context.ts'
import type { Gap } from '../disclose/Gap.ts'
import type { CacheNote } from './CacheNote.ts'
import type { CacheQuestion } from './CacheQuestion.ts'
import type { Fetched } from './FetchedPart.ts'

/** An entity, as all agencies name it: what a change is announced for. */
export interface EntityTag {
  readonly type: string
  /** Its key fields; their order does not matter. */
  readonly key: Readonly<Record<string, unknown>>
}

/** What the cache has to know of those who ask. */
export interface CacheRequest extends Pick<RequestContext, 'asker' | 'deadline'> {
  /** Each of the requests, of which none waits longer for the store than it may. */
  readonly waiting: readonly object[]
}

/** Asks the agency for the questions at some positions, in one call. It never rejects. */
export type FetchParts = (positions: readonly number[]) => Promise<Fetched>

/** The answer to one question, and why it is answered so. */
export type CacheAnswer = (OwnAnswer | SharedAnswer | NoAnswer) & Pick<CacheNote, 'why'>

/** What the request's own call gave for this question. */
export interface OwnAnswer {
  readonly source: 'OWN'
}

/** What somebody's call gave, now or earlier. */
export interface SharedAnswer {
  readonly source: 'LIVE' | 'CACHE' | 'STALE'
  /** Parsed from the text of a part. */
  readonly data: unknown
  readonly gaps: readonly Gap[]
  /** When the agency was asked, in milliseconds since the epoch. */
  readonly asOf: number
}

/** Nothing came in time. */
export interface NoAnswer {
  readonly source: 'NONE'
}

/** What agencies said of entities, kept for as long as each of them allows. */
export interface EntityCache {
  /** Answers from what is known, and lets `fetch` ask for the rest. A failing store costs time within its budget, and nothing else. */
  readonly answer: (
    questions: readonly CacheQuestion[],
    request: CacheRequest,
    fetch: FetchParts,
  ) => Promise<readonly CacheAnswer[]>
  /**
   * Makes everything unreadable that any agency said of these entities before now, also what is fetched already and not
   * yet written. Rejects when the store did not take it: whoever announced the change has to announce it again.
   */
  readonly invalidate: (tags: readonly EntityTag[]) => Promise<void>
  /** The same for everything that one agency said. */
  readonly invalidateAgency: (agency: string) => Promise<void>
  /** Resolves when nothing is being written any more. */
  readonly close: () => Promise<void>
}
