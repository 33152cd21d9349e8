/** How many calls may be repeated: a share of those made, and a few more, so that a quiet agency gets retries too. */
export interface RetryBudget {
  /** Counts a call that was made. */
  readonly deposit: () => void
  /** Takes one retry out, or answers false when none is left. */
  readonly withdraw: () => boolean
}

export interface RetryBudgetOptions {
  /** Retries that each call adds, for instance 0.1. */
  readonly share: number
  /** Retries there are before any call was made. */
  readonly floor: number
  /** The most that can be saved up. */
  readonly ceiling: number
}

/** A token bucket of retries. It keeps an agency in trouble from being asked twice as often as one in good health. */
export function createRetryBudget({ share, floor, ceiling }: RetryBudgetOptions): RetryBudget {
  let retries = floor
  return {
    deposit() {
      retries = Math.min(ceiling, retries + share)
    },
    withdraw() {
      if (retries < 1) return false
      retries -= 1
      return true
    },
  }
}
