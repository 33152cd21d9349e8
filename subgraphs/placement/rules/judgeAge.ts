import { ageOn } from '../../kit/calendar/ageOn.ts'
import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import type { RequirementRule } from './RequirementRule.ts'
import { judgeRegistryGap } from './judgeRegistryGap.ts'

/** The registered age on the day, against the rule's bounds, which both belong to it. Another job may have other bounds. */
export function judgeAge(facts: Facts, { minimumAge, maximumAge }: RequirementRule): Judgement {
  const { birthDate, on } = facts
  if (birthDate === null) return judgeRegistryGap(facts)
  const age = ageOn(birthDate, on) ?? -1
  if (minimumAge !== null && age < minimumAge) {
    return { outcome: 'NOT_MET', reason: 'BELOW_MINIMUM_AGE', nextDesk: 'MANPOWER' }
  }
  if (maximumAge !== null && age > maximumAge) {
    return { outcome: 'NOT_MET', reason: 'ABOVE_MAXIMUM_AGE', nextDesk: 'MANPOWER' }
  }
  return { outcome: 'MET' }
}
