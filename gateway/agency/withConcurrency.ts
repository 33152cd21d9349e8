import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'
import type { Dispatch } from './Dispatch.ts'
import { abortKind } from './abortKind.ts'

export interface ConcurrencyOptions {
  /** Calls to the agency that may be under way at once. */
  readonly calls: number
  /** Calls that may wait for one of those to end. */
  readonly queue: number
}

/**
 * Bounds the calls to an agency: so many at once, so many waiting in the order they came, and the rest fails at once as
 * OVERLOADED. A call that waits leaves the queue when its signal aborts; undici's own queue has no bound and would keep it.
 */
export function withConcurrency(dispatch: Dispatch, { calls, queue }: ConcurrencyOptions): Dispatch {
  let underWay = 0
  const waiting = new Set<() => void>()

  function release(): void {
    const [next] = waiting
    if (next === undefined) underWay -= 1
    else next()
  }

  function wait(agency: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      function start(): void {
        waiting.delete(start)
        signal.removeEventListener('abort', leave)
        resolve()
      }
      function leave(): void {
        waiting.delete(start)
        reject(new AgencyFailure(agency, kindOfWait(signal)))
      }
      waiting.add(start)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  return async function dispatchInTurn(call) {
    if (underWay < calls) underWay += 1
    else if (waiting.size < queue) await wait(call.agency, call.deadline.signal)
    else throw new AgencyFailure(call.agency, 'OVERLOADED')
    try {
      return await dispatch(call)
    } finally {
      release()
    }
  }
}

/** The agency was never asked, so it has not timed out. */
function kindOfWait(signal: AbortSignal): AgencyFailureKind {
  return abortKind(signal) === 'TIMEOUT' ? 'OVERLOADED' : 'CANCELLED'
}
