import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyMetrics } from './AgencyMetrics.ts'
import type { Dispatch } from './Dispatch.ts'
import { wasHeldBack } from './wasHeldBack.ts'

export interface MetricsOptions {
  readonly metrics: Pick<AgencyMetrics, 'observe'>
  /** Milliseconds. */
  readonly clock: () => number
}

/** Counts each call with its outcome and, where it was sent, its length. */
export function withMetrics(dispatch: Dispatch, { metrics, clock }: MetricsOptions): Dispatch {
  return async function dispatchObserved(call) {
    const start = clock()
    const secondsTaken = (): number => (clock() - start) / 1000
    try {
      const answer = await dispatch(call)
      metrics.observe(call.agency, 'ok', secondsTaken())
      return answer
    } catch (error) {
      if (error instanceof AgencyFailure)
        metrics.observe(call.agency, error.kind, wasHeldBack(error) ? undefined : secondsTaken())
      throw error
    }
  }
}
