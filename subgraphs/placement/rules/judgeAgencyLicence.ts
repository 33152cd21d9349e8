import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { judgePlacementPaper } from './judgePlacementPaper.ts'
import { licenceStatusOn } from './licenceStatusOn.ts'

/** A placement agency that may send workers on the day. One that is suspended in part may not place anybody anew. */
export function judgeAgencyLicence(facts: Facts): Judgement {
  return judgePlacementPaper(facts, {
    paperOf: ({ agency }) => agency,
    dayOf: ({ validFrom }) => validFrom,
    judge(agency) {
      const evidenceExpiresAt = agency.validTo
      const status = licenceStatusOn(agency, facts.on)
      switch (status) {
        case 'ACTIVE':
        case 'WARNED':
          return { outcome: 'MET', evidenceExpiresAt }
        case 'PARTLY_SUSPENDED':
        case 'SUSPENDED':
          return { outcome: 'NOT_MET', reason: 'LICENCE_SUSPENDED', evidenceExpiresAt }
        case 'REVOKED':
          return { outcome: 'VOID', reason: 'LICENCE_REVOKED', evidenceExpiresAt }
        case 'EXPIRED':
          return { outcome: 'EXPIRED', evidenceExpiresAt }
        default:
          return status satisfies never
      }
    },
  })
}
