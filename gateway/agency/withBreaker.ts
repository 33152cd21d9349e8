import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'
import type { BreakerState } from './BreakerState.ts'
import type { Dispatch } from './Dispatch.ts'
import { createBreaker } from './createBreaker.ts'
import type { Finding } from './createBreaker.ts'

export interface AgencyBreakerOptions {
  /** Calls that are looked back on. */
  readonly window: number
  /** Calls without which nothing is decided. */
  readonly least: number
  /** Milliseconds from opening to the probe. */
  readonly pause: number
  /** A timeout after less than this many milliseconds says nothing of the agency: other agencies had used up the time. */
  readonly fairTime: number
  /** Milliseconds, of a clock that is never set. */
  readonly now: () => number
  readonly onState: (state: BreakerState) => void
}

/**
 * Stops calling an agency when more than half of the last calls failed by its fault, so that it can recover and nobody
 * waits for it. After a pause one call that has a fair time goes out as a probe and decides, after twice the pause any; all
 * others are refused at once, BREAKER_OPEN. A probe that proves nothing, as when its asker leaves, makes way for the next.
 */
export function withBreaker(dispatch: Dispatch, options: AgencyBreakerOptions): Dispatch {
  const { least, fairTime, ...rest } = options
  const breaker = createBreaker({ ...rest, isTooMany: (ill, of) => of >= least && ill > of / 2 })

  return async function dispatchUnlessOpen(call) {
    const isFair = call.deadline.remaining() >= fairTime
    const end = breaker.begin(isFair)
    if (end === undefined) throw new AgencyFailure(call.agency, 'BREAKER_OPEN')
    try {
      const answer = await dispatch(call)
      end('well')
      return answer
    } catch (error) {
      end(findingOf(error, isFair))
      throw error
    }
  }
}

const findings: Readonly<Record<AgencyFailureKind, Finding>> = {
  CONNECTION: 'ill',
  TIMEOUT: 'ill',
  STATUS: 'ill',
  CONTENT_TYPE: 'ill',
  MALFORMED: 'ill',
  WRONG_SHAPE: 'ill',
  // It was asked for too much, and answers.
  TOO_LARGE: 'well',
  // The asker left, or the gateway itself held the call back.
  CANCELLED: 'nothing',
  OVERLOADED: 'nothing',
  BREAKER_OPEN: 'nothing',
}

function findingOf(error: unknown, isFair: boolean): Finding {
  if (!(error instanceof AgencyFailure)) return 'nothing'
  const { kind, status = 0 } = error
  if (kind === 'TIMEOUT' && !isFair) return 'nothing'
  // A 4xx is about the call.
  if (kind === 'STATUS' && status >= 400 && status < 500) return 'well'
  return findings[kind]
}
