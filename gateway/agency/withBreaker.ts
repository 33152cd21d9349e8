import type { Breaker, Finding } from '../../platform/createBreaker.ts'
import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'
import type { Dispatch } from './Dispatch.ts'
import { mayBeOnesFault } from './mayBeOnesFault.ts'

export interface AgencyBreakerOptions {
  readonly breaker: Breaker
  /** A timeout after less than this many milliseconds says nothing of the agency: other agencies had used up the time. */
  readonly fairTime: number
}

/**
 * Stops calling an agency when its breaker opens, so that it can recover and nobody waits for it: calls are refused at once,
 * BREAKER_OPEN. What counts is what the agency is to blame for. Only a call that has a fair time can prove much as a probe.
 */
export function withBreaker(dispatch: Dispatch, { breaker, fairTime }: AgencyBreakerOptions): Dispatch {
  return async function dispatchUnlessOpen(call) {
    const isFair = call.deadline.remaining() >= fairTime
    const end = breaker.begin(isFair)
    if (end === undefined) throw new AgencyFailure(call.agency, 'BREAKER_OPEN')
    try {
      const answer = await dispatch(call)
      end('well')
      return answer
    } catch (error) {
      end(findingOf(error, { isFair, isJoint: call.isJoint }))
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
  NO_TIME: 'nothing',
  OVERLOADED: 'nothing',
  BREAKER_OPEN: 'nothing',
}

interface Circumstances {
  readonly isFair: boolean
  readonly isJoint: boolean
}

function findingOf(error: unknown, { isFair, isJoint }: Circumstances): Finding {
  if (!(error instanceof AgencyFailure)) return 'nothing'
  // What it asked for is asked again, and counts then: one thing that goes wrong would count for all that travel with it.
  if (isJoint && mayBeOnesFault(error)) return 'nothing'
  const { kind, status = 0 } = error
  if (kind === 'TIMEOUT' && !isFair) return 'nothing'
  // A 4xx is about the call.
  if (kind === 'STATUS' && status >= 400 && status < 500) return 'well'
  return findings[kind]
}
