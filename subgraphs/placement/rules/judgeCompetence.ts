import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'
import { judgeTerm } from './judgeTerm.ts'

/** A certificate of competence that holds on the day. */
export function judgeCompetence(facts: Facts, { marginMonths }: RequirementRule): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ competence }) => competence,
    dayOf: ({ issuedAt }) => issuedAt,
    judge: ({ expiresAt }) => judgeTerm({ on: facts.on, expiresAt, marginMonths }),
  })
}
