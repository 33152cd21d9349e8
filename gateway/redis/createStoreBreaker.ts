import type { BreakerState } from '../../platform/BreakerState.ts'
import { createBreaker } from '../../platform/createBreaker.ts'
import { countDown } from './countDown.ts'

export interface StoreBreakerOptions {
  /** Milliseconds that one piece of work may take. */
  readonly milliseconds: number
  /** Failures in a row after which the store is left alone. */
  readonly failures: number
  /** Milliseconds from then to the one call that tries again. */
  readonly pause: number
  /** Milliseconds, of a clock that is never set. Only tests need another than the process's. */
  readonly now?: () => number
  readonly onState: (state: BreakerState) => void
}

/** Does a piece of work with a store, or rejects when there is no time or no hope for it. */
export type StoreBreaker = <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>

/**
 * Work that takes too long rejects and is aborted; nothing else aborts it. After some failures in a row all work rejects at once,
 * until one piece that is let through as a trial succeeds.
 */
export function createStoreBreaker(options: StoreBreakerOptions): StoreBreaker {
  const { milliseconds, failures, now = () => performance.now(), ...rest } = options
  const breaker = createBreaker({ ...rest, now, window: failures, isTooMany: (ill) => ill >= failures })

  return async function within<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const end = breaker.begin(true)
    if (end === undefined) throw new Error('The store is left alone, or being tried.')
    const controller = new AbortController()
    const { promise: over, reject } = Promise.withResolvers<never>()
    const stop = countDown(milliseconds, () => {
      reject(new Error('The store took too long.'))
      controller.abort()
    })
    try {
      const value = await Promise.race([work(controller.signal), over])
      end('well')
      return value
    } catch (error) {
      end('ill')
      throw error
    } finally {
      stop()
    }
  }
}
