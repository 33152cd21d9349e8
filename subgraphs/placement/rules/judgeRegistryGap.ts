import type { Facts } from './Facts.ts'
import type { Judgement } from './Judgement.ts'

/**
 * Judges what the registry gave no value for: MISSING when it answered that it does not know the NIK; in any other case
 * nobody can tell a value that is not there from an answer that did not come.
 */
export function judgeRegistryGap({ residentStatus }: Facts): Judgement {
  if (residentStatus === 'UNKNOWN') return { outcome: 'MISSING', reason: 'NIK_UNKNOWN' }
  return { outcome: 'SOURCE_UNAVAILABLE' }
}
