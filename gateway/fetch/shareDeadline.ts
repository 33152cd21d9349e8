import type { Deadline } from '../../platform/Deadline.ts'

/** Somebody who waits for something together with others. */
export interface Sharer {
  readonly deadline: Deadline
  /** Lets it go. */
  readonly leave: () => void
}

/** A deadline of several. */
export interface SharedDeadline {
  readonly deadline: Deadline
  /** Stops listening to who leaves. */
  readonly end: () => void
}

/**
 * One deadline for all: what is left of the shortest. Whoever leaves is let go at once, and when nobody is left, what they waited
 * for is not wanted any more.
 */
export function shareDeadline(sharers: readonly Sharer[]): SharedDeadline {
  const controller = new AbortController()
  let left = sharers.length
  const listeners = sharers.map(({ deadline: { signal }, leave }) => {
    function goAway(): void {
      leave()
      left -= 1
      if (left === 0) controller.abort(signal.reason)
    }
    if (signal.aborted) goAway()
    else signal.addEventListener('abort', goAway, { once: true })
    return { signal, goAway }
  })
  return {
    deadline: {
      signal: controller.signal,
      remaining: () => Math.min(...sharers.map(({ deadline }) => deadline.remaining())),
    },
    end() {
      for (const { signal, goAway } of listeners) signal.removeEventListener('abort', goAway)
    },
  }
}
