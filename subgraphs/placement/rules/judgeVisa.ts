import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'
import { judgeTerm } from './judgeTerm.ts'

/** A work visa of the country of work that holds on the day. */
export function judgeVisa(facts: Facts, { marginMonths }: RequirementRule): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ visa }) => visa,
    dayOf: ({ issuedAt }) => issuedAt,
    judge({ country, expiresAt }, { destinationCountry }) {
      const term = judgeTerm({ on: facts.on, expiresAt, marginMonths })
      if (term.outcome === 'EXPIRED' || country === destinationCountry) return term
      return { outcome: 'NOT_MET', reason: 'FOR_OTHER_DESTINATION', evidenceExpiresAt: expiresAt }
    },
  })
}
