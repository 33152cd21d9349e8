/** One measured stretch of a run; a run has several, with those of the other systems between them. */
export interface Sample {
  /** Milliseconds of each answer. */
  readonly latencies: readonly number[]
  /** Milliseconds from the first request to the last answer. */
  readonly duration: number
  /** Milliseconds of processor time. */
  readonly cpu: number
  /** Bytes. */
  readonly peakMemory: number
  /** Calls to agencies. */
  readonly calls: number
}
