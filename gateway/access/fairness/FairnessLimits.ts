/** What one client may ask for. */
export interface FairnessLimits {
  /** Requests a second, for as long as it likes. */
  readonly requestsPerSecond: number
  /** Requests at once, after which that rate counts. */
  readonly burst: number
  /** Different applicants that it may see on one day. */
  readonly applicantsPerDay: number
}
