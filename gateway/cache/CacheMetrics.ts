import type { BreakerState } from '../../platform/BreakerState.ts'
import type { CacheTopic } from './CacheQuestion.ts'

/** What became of a question. The last two come on top of one of the others. */
export type CacheOutcome =
  | 'hit' // Answered from the cache.
  | 'negative' // Answered from the cache by a null.
  | 'joined' // Answered by a call of another request that was under way.
  | 'stale' // Answered by what was kept for the case that the agency fails.
  | 'miss' // Answered by the agency, or not at all.
  | 'refused' // What was kept did not open.
  | 'error' // The store did not answer.

/** Where what becomes of questions is counted. */
export interface OutcomeMetrics {
  /** So many questions had the same outcome. */
  readonly observe: (topic: Pick<CacheTopic, 'agency' | 'type'>, outcome: CacheOutcome, count: number) => void
}

/** Where what happens in the cache is counted. */
export interface CacheMetrics extends OutcomeMetrics {
  readonly breaker: (state: BreakerState) => void
  /** The store refused to keep something, as it calls that, such as OOM. */
  readonly writeRefused: (refusal: string) => void
}
