import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'
import type { BreakerState } from '../../agency/BreakerState.ts'
import { breakerStateOf } from '../../agency/breakerStateOf.ts'
import { countDown } from './countDown.ts'

export interface StoreBreakerOptions {
  /** Milliseconds that one piece of work may take. */
  readonly milliseconds: number
  /** Failures in a row after which the store is left alone. */
  readonly failures: number
  /** Milliseconds from then to the one call that tries again. */
  readonly pause: number
  readonly onState: (state: BreakerState) => void
}

/** Does a piece of work with a store, or rejects when there is no time or no hope for it. */
export type StoreBreaker = <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>

/**
 * Work that takes too long rejects and is aborted; nothing else aborts it. After some failures in a row all work rejects at once,
 * until one piece that is let through as a trial succeeds.
 */
export function createStoreBreaker({ milliseconds, failures, pause, onState }: StoreBreakerOptions): StoreBreaker {
  const policy = circuitBreaker(handleAll, { halfOpenAfter: pause, breaker: new ConsecutiveBreaker(failures) })
  policy.onStateChange((state) => onState(breakerStateOf(state)))

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
