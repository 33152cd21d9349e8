/** Limits the requests of a client a second, and the different people that it is shown a day. */
export interface Fairness {
  /** Counts one request of a client. Rejects with RATE_LIMITED and `retryAfterSeconds` where it sends more than it may. */
  readonly admit: (client: string) => Promise<void>
  /**
   * Counts the applicants that a client is about to see today (WITA); those that it has seen today are free. Rejects with
   * DAILY_LIMIT_REACHED and `retryAfterSeconds`, and counts none of them, where it would see more than it may.
   */
  readonly count: (client: string, applicants: readonly string[]) => Promise<void>
  readonly close: () => Promise<void>
}
