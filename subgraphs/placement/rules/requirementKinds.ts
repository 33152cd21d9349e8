import type { AgencyName, LtsaDesk, RequirementKind } from '../types.generated.ts'
import type { Judge } from './Judgement.ts'
import { judgeAge } from './judgeAge.ts'
import { judgeAgencyLicence } from './judgeAgencyLicence.ts'
import { judgeCompetence } from './judgeCompetence.ts'
import { judgeEmploymentContract } from './judgeEmploymentContract.ts'
import { judgeFamilyPermission } from './judgeFamilyPermission.ts'
import { judgeHealth } from './judgeHealth.ts'
import { judgeIdentity } from './judgeIdentity.ts'
import { judgeInsurance } from './judgeInsurance.ts'
import { judgeMaritalLetter } from './judgeMaritalLetter.ts'
import { judgeOrientation } from './judgeOrientation.ts'
import { judgePassport } from './judgePassport.ts'
import { judgePlacementAgreement } from './judgePlacementAgreement.ts'
import { judgePoliceClearance } from './judgePoliceClearance.ts'
import { judgeVisa } from './judgeVisa.ts'

/** What is always so of a kind of requirement. */
export interface KindEntry {
  readonly ownedBy: AgencyName
  readonly nextDesk: LtsaDesk
  readonly judge: Judge
}

const registry = { ownedBy: 'CIVIL_REGISTRY', nextDesk: 'CIVIL_REGISTRY' } as const
const placement = { ownedBy: 'MIGRANT_WORKER_PROTECTION', nextDesk: 'MANPOWER' } as const

/** The kinds of requirement, in the order in which the procedure comes to them. */
export const requirementKinds: Readonly<Record<RequirementKind, KindEntry>> = {
  IDENTITY: { ...registry, judge: judgeIdentity },
  AGE: { ...registry, judge: judgeAge },
  MARITAL_LETTER: { ...registry, judge: judgeMaritalLetter },
  FAMILY_PERMISSION: { ...placement, judge: judgeFamilyPermission },
  AGENCY_LICENCE: { ...placement, judge: judgeAgencyLicence },
  HEALTH: { ownedBy: 'HEALTH', nextDesk: 'HEALTH', judge: judgeHealth },
  COMPETENCE: { ...placement, judge: judgeCompetence },
  PLACEMENT_AGREEMENT: { ...placement, judge: judgePlacementAgreement },
  PASSPORT: { ownedBy: 'IMMIGRATION', nextDesk: 'IMMIGRATION', judge: judgePassport },
  POLICE_CLEARANCE: { ownedBy: 'POLICE', nextDesk: 'POLICE', judge: judgePoliceClearance },
  INSURANCE: { ownedBy: 'SOCIAL_SECURITY', nextDesk: 'SOCIAL_SECURITY', judge: judgeInsurance },
  VISA: { ...placement, judge: judgeVisa },
  ORIENTATION: { ...placement, judge: judgeOrientation },
  EMPLOYMENT_CONTRACT: { ...placement, judge: judgeEmploymentContract },
}
