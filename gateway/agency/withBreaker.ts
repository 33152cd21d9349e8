import { BrokenCircuitError, CircuitState, CountBreaker, circuitBreaker, handleWhen } from 'cockatiel'
import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'
import type { BreakerState } from './BreakerState.ts'
import type { Dispatch } from './Dispatch.ts'
import { breakerStateOf } from './breakerStateOf.ts'

export interface BreakerOptions {
  /** Calls that are looked back on. */
  readonly window: number
  /** Calls without which nothing is decided. */
  readonly least: number
  /** Milliseconds from opening to the probe. */
  readonly pause: number
  /** A timeout after less than this many milliseconds says nothing of the agency: other agencies had used up the time. */
  readonly fairTime: number
  readonly onState: (state: BreakerState) => void
}

/**
 * Stops calling an agency when more than half of the last calls failed by its fault, so that it can recover and nobody
 * waits for it. After a pause one call goes out as a probe and decides; all others are refused at once, BREAKER_OPEN.
 */
export function withBreaker(dispatch: Dispatch, options: BreakerOptions): Dispatch {
  const { window, least, pause, fairTime, onState } = options
  const policy = circuitBreaker(
    handleWhen((error) => error instanceof Blame),
    { halfOpenAfter: pause, breaker: new CountBreaker({ threshold: 0.5, size: window, minimumNumberOfCalls: least }) },
  )
  policy.onStateChange((state) => onState(breakerStateOf(state)))

  return async function dispatchUnlessOpen(call) {
    // The policy would let the others wait for the probe's end.
    if (policy.state === CircuitState.HalfOpen) throw new AgencyFailure(call.agency, 'BREAKER_OPEN')
    const isProbe = policy.state === CircuitState.Open
    const isFair = call.deadline.remaining() >= fairTime

    async function attempt(): Promise<Awaited<ReturnType<Dispatch>>> {
      try {
        return await dispatch(call)
      } catch (error) {
        // A probe that proved nothing must not close the breaker, and for the policy what is not blamed is a success.
        throw isProbe || isAgencysFault(error, isFair) ? new Blame(error) : error
      }
    }
    try {
      return await policy.execute(attempt)
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new AgencyFailure(call.agency, 'BREAKER_OPEN')
      throw error instanceof Blame ? error.cause : error
    }
  }
}

/** A failure on its way through the policy that the agency is blamed for. */
class Blame extends Error {
  constructor(cause: unknown) {
    super('blamed', { cause })
  }
}

const blamed: Readonly<Record<AgencyFailureKind, boolean>> = {
  CONNECTION: true,
  TIMEOUT: true,
  STATUS: true,
  CONTENT_TYPE: true,
  MALFORMED: true,
  WRONG_SHAPE: true,
  // The asker left, asked for too much, or the gateway itself held the call back.
  CANCELLED: false,
  TOO_LARGE: false,
  OVERLOADED: false,
  BREAKER_OPEN: false,
}

function isAgencysFault(error: unknown, isFair: boolean): boolean {
  if (!(error instanceof AgencyFailure) || !blamed[error.kind]) return false
  if (error.kind === 'TIMEOUT') return isFair
  const { status = 0 } = error
  // A 4xx is about the call.
  return error.kind !== 'STATUS' || status < 400 || status >= 500
}
