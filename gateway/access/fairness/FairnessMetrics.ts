import type { BreakerState } from '../../../platform/BreakerState.ts'

/** Where refusals are counted. No client is told apart: their names are no labels. */
export interface FairnessMetrics {
  readonly refused: (limit: 'rate' | 'applicants') => void
  readonly breaker: (state: BreakerState) => void
}
