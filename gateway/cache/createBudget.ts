import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import type { BreakerState } from '../agency/BreakerState.ts'
import { countDown } from './countDown.ts'

export interface BudgetOptions {
  /** Milliseconds that one piece of work may take. */
  readonly milliseconds: number
  /** Failures in a row after which the store is left alone. */
  readonly failures: number
  /** Milliseconds from then to the one call that tries again. */
  readonly pause: number
  readonly onState: (state: BreakerState) => void
}

/** Does a piece of work with a store, or rejects when there is no time or no hope for it. */
export type Budget = <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>

/**
 * Work that takes too long rejects and is aborted, by nothing else, and after some failures in a row all rejects at once,
 * until a piece that tries has come through.
 */
export function createBudget({ milliseconds, failures, pause, onState }: BudgetOptions): Budget {
  const policy = circuitBreaker(handleAll, { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) })
  policy.onStateChange((state) => onState(nameOf(state)))

  return async function within<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    // The policy would let the others wait for the end of the one that tries.
    if (policy.state === CircuitState.HalfOpen) throw new Error('The store is being tried.')
    return policy.execute(async () => {
      const controller = new AbortController()
      const { promise: over, reject } = Promise.withResolvers<never>()
      const stop = countDown(milliseconds, () => {
        reject(new Error('The store took too long.'))
        controller.abort()
      })
      return Promise.race([work(controller.signal), over]).finally(stop)
    })
  }
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed'
  return state === CircuitState.HalfOpen ? 'half-open' : 'open'
}
