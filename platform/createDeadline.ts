import type { Deadline } from './Deadline.ts'

export interface DeadlineOptions {
  /** Milliseconds from now. */
  readonly milliseconds: number
  /** Aborts when the asker leaves. */
  readonly left?: AbortSignal
}

/** A deadline that starts now. Its timer does not keep the process alive. */
export function createDeadline({ milliseconds, left }: DeadlineOptions): Deadline {
  const end = performance.now() + milliseconds
  const timeout = AbortSignal.timeout(Math.max(0, Math.ceil(milliseconds)))
  return {
    // A timer may fire a fraction early, and nothing is left then either.
    remaining: () => (timeout.aborted ? 0 : Math.max(0, end - performance.now())),
    signal: left === undefined ? timeout : AbortSignal.any([timeout, left]),
  }
}
