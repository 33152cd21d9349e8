import { createBreaker } from '../../platform/createBreaker.ts'
import type { Breaker, BreakerOptions } from '../../platform/createBreaker.ts'

/** Calls that are looked back on, and calls without which nothing is decided. */
const window = 20
const least = 5

/** Makes the breaker of an agency, which opens when more than half of the last calls failed by the agency's fault. */
export function createAgencyBreaker(options: Omit<BreakerOptions, 'window' | 'isTooMany'>): Breaker {
  return createBreaker({ ...options, window, isTooMany: (ill, of) => of >= least && ill > of / 2 })
}
