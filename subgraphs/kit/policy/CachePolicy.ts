/** How long an answer may be kept. */
export interface CachePolicy {
  /** Seconds for which it is fresh; 0 where it is never kept. */
  readonly maxAge: number
  /** Seconds beyond that in which it may stand in while the agency does not answer. */
  readonly staleIfError: number
  /** Holds a field that must never be shown stale. */
  readonly liveRequired: boolean
  /** Fresh for no longer than the day lasts in Central Indonesian Time. */
  readonly daily: boolean
}
