import type { BreakerState } from '../../platform/BreakerState.ts'
import { createBreaker } from '../../platform/createBreaker.ts'
import { codeOf } from '../../platform/codeOf.ts'
import { countDown } from './countDown.ts'
import { refusalOf } from './refusalOf.ts'

export interface StoreBreakerOptions {
  /** Milliseconds that one piece of work may take. */
  readonly milliseconds: number
  /** Failures in a row after which the store is left alone. */
  readonly failures: number
  /** Milliseconds from then to the one call that tries again. */
  readonly pause: number
  /** Milliseconds, of a clock that is never set. Only tests need another than the process's. */
  readonly now?: () => number
  /** The reason is there where it opens: TIMEOUT, the kind of Redis's refusal, another code, or FAILED. */
  readonly onState: (state: BreakerState, reason?: string) => void
}

/** Does a piece of work with a store, or rejects when there is no time or no hope for it. */
export type StoreBreaker = <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>

/**
 * Work that takes too long rejects and is aborted; nothing else aborts it. After some failures in a row all work rejects at once,
 * until one piece that is let through as a trial succeeds.
 */
export function createStoreBreaker(options: StoreBreakerOptions): StoreBreaker {
  const { milliseconds, failures, pause, now = () => performance.now() } = options
  let last: unknown
  const onState = (state: BreakerState): void => options.onState(state, state === 'open' ? reasonOf(last) : undefined)
  const breaker = createBreaker({ pause, onState, now, window: failures, isTooMany: (ill) => ill >= failures })

  return async function within<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const end = breaker.begin(true)
    if (end === undefined) throw new Error('The store is left alone, or being tried.')
    const controller = new AbortController()
    const { promise: over, reject } = Promise.withResolvers<never>()
    const stop = countDown(milliseconds, () => {
      reject(Object.assign(new Error('The store took too long.'), { code: 'TIMEOUT' }))
      controller.abort()
    })
    try {
      const value = await Promise.race([work(controller.signal), over])
      end('well')
      return value
    } catch (error) {
      last = error
      end('ill')
      throw error
    } finally {
      stop()
    }
  }
}

function reasonOf(error: unknown): string {
  return refusalOf(error) ?? codeOf(error) ?? 'FAILED'
}
