import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'

/** An orientation that was attended by the day. */
export function judgeOrientation(facts: Facts): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ orientation }) => orientation,
    dayOf: ({ attendedAt }) => attendedAt,
    judge: () => ({ outcome: 'MET' }),
  })
}
