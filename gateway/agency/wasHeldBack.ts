import { AgencyFailure } from './AgencyFailure.ts'
import type { AgencyFailureKind } from './AgencyFailure.ts'

/** Whether a call failed that the gateway held back: the agency was never asked, and that it took no time says nothing of it. */
export function wasHeldBack(error: unknown): boolean {
  return error instanceof AgencyFailure && kinds.has(error.kind)
}

const kinds: ReadonlySet<AgencyFailureKind> = new Set(['BREAKER_OPEN', 'NO_TIME', 'OVERLOADED'])
