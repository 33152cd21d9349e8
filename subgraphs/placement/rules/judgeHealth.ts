import type { HealthExamination } from '../types.generated.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { judgeTerm } from './judgeTerm.ts'
import { newestFirst } from './newestFirst.ts'

/**
 * The newest examination by the day decides alone: an older one says nothing about a person found unfit since. Where the
 * destination is known, one for another destination decides only when there is none for this one or for all.
 */
export function judgeHealth({ healthExaminations, placement, on }: Facts, rule: RequirementRule): Judgement {
  if (healthExaminations === null) return { outcome: 'SOURCE_UNAVAILABLE' }
  const examinations = newestFirst(healthExaminations, { dayOf: ({ examinedAt }) => examinedAt, on })
  const destination = placement?.destinationCountry ?? null
  const forDestination = examinations.filter(
    ({ destinationCountry }) =>
      destination === null || destinationCountry === null || destinationCountry === destination,
  )
  const deciding = decidingOf(forDestination) ?? null
  if (deciding !== null) return judgeExamination(deciding, { on, marginMonths: rule.marginMonths })
  const elsewhere = decidingOf(examinations)
  if (elsewhere === undefined) return { outcome: 'MISSING' }
  const judgement = judgeExamination(elsewhere, { on, marginMonths: 0 })
  if (judgement.outcome !== 'MET') return judgement
  return { ...judgement, outcome: 'NOT_MET', reason: 'EXAMINED_FOR_OTHER_DESTINATION' }
}

/** The newest of the newest day: a certificate that was voided and written anew on one day holds as it was written anew. */
function decidingOf(examinations: readonly HealthExamination[]): HealthExamination | undefined {
  const ofNewestDay = examinations.filter(({ examinedAt }) => examinedAt === examinations.at(0)?.examinedAt)
  const standing = ofNewestDay.filter((examination) => !isVoid(examination))
  return standing.find((examination) => isRefused(examination)) ?? standing.at(0) ?? ofNewestDay.at(0)
}

interface Terms {
  readonly on: string
  readonly marginMonths: number
}

function judgeExamination(examination: HealthExamination, { on, marginMonths }: Terms): Judgement {
  const { physical, psychological, expiresAt } = examination
  const evidenceExpiresAt = expiresAt
  if (isVoid(examination)) return { outcome: 'VOID', evidenceExpiresAt }
  const conclusions = [physical, psychological]
  if (conclusions.includes('UNFIT')) return { outcome: 'NOT_MET', reason: 'UNFIT', evidenceExpiresAt }
  if (conclusions.includes('DEFERRED')) return { outcome: 'NOT_MET', reason: 'TO_BE_EXAMINED_AGAIN', evidenceExpiresAt }
  return judgeTerm({ on, expiresAt, marginMonths })
}

/** Void for every day, as a revoked passport is: from days in the past, anybody would learn when it became void. */
function isVoid({ voidedAt }: HealthExamination): boolean {
  return voidedAt !== null
}

function isRefused({ physical, psychological }: HealthExamination): boolean {
  return [physical, psychological].some((conclusion) => conclusion === 'UNFIT' || conclusion === 'DEFERRED')
}
