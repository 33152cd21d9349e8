import type { BreakerState } from '../agency/BreakerState.ts'
import type { CacheTopic } from './CacheQuestion.ts'

/**
 * What became of a question: answered from the cache, so by a null, by another request's call that was under way, by an
 * answer kept for the case that the agency fails, or by the agency; and besides, a value refused, or a store that did not answer.
 */
export type CacheOutcome = 'hit' | 'negative' | 'joined' | 'stale' | 'miss' | 'refused' | 'error'

/** Where what happens in the cache is counted. */
export interface CacheMetrics {
  /** So many questions had the same outcome. */
  readonly observe: (topic: Pick<CacheTopic, 'agency' | 'type'>, outcome: CacheOutcome, count: number) => void
  readonly breaker: (state: BreakerState) => void
}
