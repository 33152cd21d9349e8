import type { Passport } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { chooseJudgement } from './chooseJudgement.ts'
import { compareNames } from './compareNames.ts'
import { judgeTerm } from './judgeTerm.ts'
import { newestFirst } from './newestFirst.ts'

/**
 * One passport in force that is the person's own and lasts long enough is enough. The way to a first one begins with the
 * manpower office's recommendation, so whoever has none goes there.
 */
export function judgePassport(facts: Facts, rule: RequirementRule): Judgement {
  const { passports, on } = facts
  if (passports === null) return { outcome: 'SOURCE_UNAVAILABLE' }
  // A travel document stands in for a passport on one journey home, and never for work.
  const forTravel = passports.filter(({ kind }) => kind !== 'TRAVEL_DOCUMENT')
  const judgement = chooseJudgement(
    newestFirst(forTravel, { dayOf: ({ issuedAt }) => issuedAt, on }).map((passport) =>
      judgeOne(passport, facts, rule.marginMonths),
    ),
  )
  if (judgement.outcome !== 'MISSING' || isRecommended(facts)) return judgement
  return { ...judgement, nextDesk: 'MANPOWER' }
}

function isRecommended({ placement, on }: Facts): boolean {
  const issuedAt = placement?.recommendation?.issuedAt
  return issuedAt !== undefined && issuedAt <= on
}

function judgeOne(passport: Passport, facts: Facts, marginMonths: number): Judgement {
  const { status, expiresAt } = passport
  const evidenceExpiresAt = expiresAt
  if (status !== 'IN_FORCE') return { outcome: 'VOID', evidenceExpiresAt }
  const term = judgeTerm({ on: facts.on, expiresAt, marginMonths })
  if (term.outcome === 'EXPIRED') return term
  const holder = judgeHolder(passport, facts)
  if (holder.outcome === 'NOT_MET') return { ...holder, evidenceExpiresAt }
  return term.outcome === 'MET' ? { ...holder, evidenceExpiresAt } : term
}

/**
 * Whether the holder is the person. What the registry did not say is never taken as equal: then nobody can tell, and the
 * registry is the one to ask.
 */
function judgeHolder({ holderName, holderBirthDate }: Passport, facts: Facts): Judgement {
  const { fullName, birthDate, residentStatus } = facts
  if (residentStatus === 'UNKNOWN') return { outcome: 'NOT_MET', reason: 'NIK_UNKNOWN', nextDesk: 'CIVIL_REGISTRY' }
  const likeness = fullName === null ? null : compareNames(fullName, holderName)
  if (likeness === 'DIFFERS') return { outcome: 'NOT_MET', reason: 'HOLDER_NAME_DIFFERS' }
  if (birthDate !== null && birthDate !== holderBirthDate) {
    return { outcome: 'NOT_MET', reason: 'HOLDER_BIRTH_DATE_DIFFERS' }
  }
  if (likeness === null || birthDate === null) {
    return { outcome: 'SOURCE_UNAVAILABLE', ownedBy: 'CIVIL_REGISTRY', nextDesk: 'CIVIL_REGISTRY' }
  }
  return likeness === 'SAME' ? { outcome: 'MET' } : { outcome: 'MET', reason: 'HOLDER_NAME_VARIES' }
}
