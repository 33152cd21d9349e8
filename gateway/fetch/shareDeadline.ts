import type { Deadline } from '../../platform/Deadline.ts'
import { oncePerObject } from '../../platform/oncePerObject.ts'

/** Somebody who waits for something together with others. */
export interface Sharer {
  readonly deadline: Deadline
  /** Lets it go. */
  readonly leave: () => void
}

/** A deadline of several. */
export interface SharedDeadline {
  readonly deadline: Deadline
  /** Lets nobody go any more. */
  readonly end: () => void
}

/**
 * One deadline for all: what is left of the longest of those who wait, so that nobody's ends another's. Whoever leaves is let go
 * at once, and when nobody is left, what they waited for is not wanted any more.
 */
export function shareDeadline(sharers: readonly Sharer[]): SharedDeadline {
  const controller = new AbortController()
  const waiting = new Set(sharers)
  const ends = sharers.map((sharer) => {
    const { signal } = sharer.deadline
    function goAway(): void {
      sharer.leave()
      waiting.delete(sharer)
      if (waiting.size === 0) controller.abort(signal.reason)
    }
    if (signal.aborted) goAway()
    return listen(signal, goAway)
  })
  return {
    deadline: {
      signal: controller.signal,
      remaining: () => Math.max(0, ...Array.from(waiting, ({ deadline }) => deadline.remaining())),
    },
    end() {
      for (const end of ends) end()
    },
  }
}

/** A request waits for each of its agencies with others. Its signal has one listener for all of that: to add one takes long. */
const listenersOf = oncePerObject((signal: AbortSignal) => {
  const listeners = new Set<() => void>()
  signal.addEventListener(
    'abort',
    () => {
      for (const listener of listeners) listener()
    },
    { once: true },
  )
  return listeners
})

/** Answers how to stop listening. */
function listen(signal: AbortSignal, listener: () => void): () => void {
  const listeners = listenersOf(signal)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
