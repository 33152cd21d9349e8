import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyMetrics } from './AgencyMetrics.ts'
import type { Dispatch } from './Dispatch.ts'

export interface MetricsOptions {
  readonly metrics: Pick<AgencyMetrics, 'observe'>
  /** Milliseconds. */
  readonly clock: () => number
}

/** Counts each call with its outcome and its length. */
export function withMetrics(dispatch: Dispatch, { metrics, clock }: MetricsOptions): Dispatch {
  return async function dispatchObserved(call) {
    const start = clock()
    try {
      const answer = await dispatch(call)
      metrics.observe(call.agency, 'ok', (clock() - start) / 1000)
      return answer
    } catch (error) {
      if (error instanceof AgencyFailure) metrics.observe(call.agency, error.kind, (clock() - start) / 1000)
      throw error
    }
  }
}
