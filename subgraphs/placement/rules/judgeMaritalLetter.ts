import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'
import { judgeRegistryGap } from './judgeRegistryGap.ts'

/** The letter is written from the register, so it can be had unless a marriage is not registered. */
export function judgeMaritalLetter(facts: Facts): Judgement {
  if (facts.maritalStatus === null) return judgeRegistryGap(facts)
  if (facts.maritalStatus === 'MARRIED_UNREGISTERED') return { outcome: 'NOT_MET', reason: 'MARRIAGE_NOT_REGISTERED' }
  return { outcome: 'MET' }
}
