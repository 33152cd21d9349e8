/** For how long an answer may be kept, as its agency says (RFC 9111, RFC 5861). */
export interface CachePolicy {
  /** Seconds for which it may be served without asking again. */
  readonly maxAge: number
  /** Seconds after these for which it may be served when the agency fails. */
  readonly staleIfError: number
}
