import type { BreakerState } from './BreakerState.ts'

export interface BreakerOptions {
  /** Calls that are looked back on. */
  readonly window: number
  /** Whether so many ill calls, of so many that were looked back on, are too many. */
  readonly isTooMany: (ill: number, of: number) => boolean
  /** Milliseconds from opening to the probe. */
  readonly pause: number
  /** Milliseconds, of a clock that is never set: one that is set back would keep the breaker open for as long. */
  readonly now: () => number
  readonly onState: (state: BreakerState) => void
}

/** What the end of a call shows of whom was called. */
export type Finding = 'well' | 'ill' | 'nothing'

export interface Breaker {
  readonly state: () => BreakerState
  /**
   * Lets a call go out, which is then told how it ended, or answers undefined where it may not. One that can hardly prove that
   * somebody is well is a probe only after twice the pause.
   */
  readonly begin: (canProve: boolean) => ((finding: Finding) => void) | undefined
}

/**
 * Lets no call go out once too many of the last ones were ill. After a pause one at a time goes out as a probe: one that was well
 * closes the breaker, one that was ill begins another pause, and one that showed nothing makes way for the next.
 */
export function createBreaker({ window, isTooMany, pause, now, onState }: BreakerOptions): Breaker {
  let state: BreakerState = 'closed'
  let openedAt = 0
  let isProbing = false
  /** Whether each of the last calls was ill. Every change of state begins another list; a call that began with an older one is not counted. */
  let recent: boolean[] = []

  function enter(next: BreakerState): void {
    state = next
    recent = []
    onState(next)
  }
  function open(): void {
    openedAt = now()
    enter('open')
  }
  function beginProbe() {
    isProbing = true
    if (state === 'open') enter('half-open')
    return function endProbe(finding: Finding): void {
      isProbing = false
      if (finding === 'well') enter('closed')
      if (finding === 'ill') open()
    }
  }
  function beginCall() {
    const begunIn = recent
    return function endCall(finding: Finding): void {
      if (finding === 'nothing' || begunIn !== recent) return
      recent.push(finding === 'ill')
      if (recent.length > window) recent.shift()
      if (finding === 'ill' && isTooMany(recent.filter(Boolean).length, recent.length)) open()
    }
  }

  return {
    state: () => state,
    begin(canProve) {
      if (state === 'closed') return beginCall()
      // Where none comes that can prove much, one that can prove little is better than none for ever.
      const isPausing = now() - openedAt < (canProve ? pause : 2 * pause)
      return isProbing || isPausing ? undefined : beginProbe()
    },
  }
}
