import type { BreakerState } from '../../platform/BreakerState.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'

/** Where what happens to calls is counted. */
export interface AgencyMetrics {
  /** One call as the plan sees it, retry included; no seconds where it was never sent. */
  readonly observe: (agency: string, outcome: 'ok' | AgencyFailureKind, seconds: number | undefined) => void
  /** Told of each agency from the start. Undefined once there is no such agency any more. */
  readonly breaker: (agency: string, state: BreakerState | undefined) => void
  readonly retried: (agency: string) => void
}
