import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'

/** A permission that was signed by the day; it has no last one. */
export function judgeFamilyPermission(facts: Facts): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ familyPermission }) => familyPermission,
    dayOf: ({ signedAt }) => signedAt,
    judge: () => ({ outcome: 'MET' }),
  })
}
