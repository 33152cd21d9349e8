/** The life of what is kept, in milliseconds since the epoch. */
export interface Life {
  /** When the agency was asked. */
  readonly fetchedAt: number
  readonly freshUntil: number
  /** Until then it may stand in for an agency that fails; never before `freshUntil`. */
  readonly staleUntil: number
}

/** What is kept of an answer, with what decides whether it may still be served. */
export interface CacheValue {
  /** In the process that asked, one object for all that a call gave. */
  readonly life: Life
  /** The agency said that there is no such thing. */
  readonly isNegative: boolean
  /** What its counters stood at before the agency was asked. */
  readonly epochs: readonly number[]
  /** The data as JSON text. */
  readonly text: string
  /** What the text says, once somebody has read it, see `dataOf`; nobody may change it. */
  parsed: unknown
}
