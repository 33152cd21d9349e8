/** A moment by which an answer must be there. `signal` aborts at that moment or when the asker leaves. */
export interface Deadline {
  /** Milliseconds left, never below zero. */
  readonly remaining: () => number
  readonly signal: AbortSignal
}
