import { todayInWita } from '../../kit/calendar/todayInWita.ts'
import type { PlacementStage } from '../types.generated.ts'

/** Stages after which a placement is over, or rests. */
const closing: readonly PlacementStage[] = ['DEPARTED', 'FAILED', 'DEFERRED', 'WITHDRAWN']

interface StageEntry {
  readonly stage: PlacementStage
  /** An RFC 3339 instant in UTC. */
  readonly at: string
}

/**
 * Whether a placement with this history, oldest first, is open on a day: it had begun by the end of the day, and the stage it
 * then stood at is not one that ends it. A placement that went on after it had been deferred is open again.
 */
export function isOpenOn(history: readonly StageEntry[], day: string): boolean {
  const stage = history.findLast(({ at }) => todayInWita(Date.parse(at)) <= day)?.stage
  return stage !== undefined && !closing.includes(stage)
}
