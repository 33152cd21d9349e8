import { CircuitState } from 'cockatiel'
import type { BreakerState } from './BreakerState.ts'

/** Our word for the state of a policy. */
export function breakerStateOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed'
  return state === CircuitState.HalfOpen ? 'half-open' : 'open'
}
