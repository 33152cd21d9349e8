import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import type { BreakerState } from '../agency/BreakerState.ts'
import type { CacheStore } from './CacheStore.ts'
import { countDown } from './countDown.ts'

export interface BudgetOptions {
  /** Milliseconds that a read or a write may take. */
  readonly milliseconds: number
  /** Failures in a row after which the store is left alone. */
  readonly failures: number
  /** Milliseconds from then to the one call that tries again. */
  readonly pause: number
  readonly onState: (state: BreakerState) => void
}

/**
 * Keeps a store from slowing anybody down: a read or write that takes too long rejects and is aborted, by nothing else, and
 * after some failures in a row all reject at once, until one that tries has come through. A change reaches the store all
 * the same: whoever announces it waits, and is told.
 */
export function withBudget<Value>(store: CacheStore<Value>, options: BudgetOptions): CacheStore<Value> {
  const { milliseconds, failures, pause, onState } = options
  const policy = circuitBreaker(handleAll, { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) })
  policy.onStateChange((state) => onState(nameOf(state)))

  async function within<Done>(work: (signal: AbortSignal) => Promise<Done>): Promise<Done> {
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
  return {
    read: (request) => within((signal) => store.read(request, signal)),
    write: (entries) => within((signal) => store.write(entries, signal)),
    increment: store.increment,
    close: store.close,
  }
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed'
  return state === CircuitState.HalfOpen ? 'half-open' : 'open'
}
