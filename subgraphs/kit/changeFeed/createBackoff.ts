/** How long to wait between attempts that keep failing. */
export interface Backoff {
  /** Milliseconds until the next attempt; each is longer than the one before, up to a limit. */
  readonly next: () => number
  /** An attempt succeeded. */
  readonly reset: () => void
}

const first = 100

/** A gateway that comes back finds old answers in Redis: it is told before a second has gone by. */
const most = 750

/** Doubles from a tenth of a second to three quarters, less a random part of up to a half, lest agencies retry as one. */
export function createBackoff(random: () => number): Backoff {
  let failures = 0
  return {
    next() {
      const longest = Math.min(most, first * 2 ** failures)
      failures = Math.min(failures + 1, 10)
      return Math.round(longest * (1 - random() / 2))
    },
    reset() {
      failures = 0
    },
  }
}
