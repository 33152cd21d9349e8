/** Milliseconds between two connections that are given up for this reason, lest a server that stays a replica is redialled for each write. */
const leastPause = 5000

/**
 * Whether to connect anew after an error of Redis: when the server has become a replica, its name may stand for the new
 * primary by now. `now` is in milliseconds.
 */
export function redialWhenReadOnly(now: () => number): (error: Error) => boolean {
  let last = -Infinity

  return function isTimeToRedial({ message }) {
    if (!message.startsWith('READONLY') || now() - last < leastPause) return false
    last = now()
    return true
  }
}
