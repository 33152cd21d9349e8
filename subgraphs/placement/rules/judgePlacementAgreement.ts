import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'

/** An agreement that was signed by the day. */
export function judgePlacementAgreement(facts: Facts): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ agreement }) => agreement,
    dayOf: ({ signedAt }) => signedAt,
    judge: () => ({ outcome: 'MET' }),
  })
}
