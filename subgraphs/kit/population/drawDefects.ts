import type { Defect, Journey } from './Person.ts'
import type { Random } from './createRandom.ts'

/** What a person has that something can be wrong with. */
interface Papers {
  readonly journey: Journey | null
  readonly hasPassport: boolean
}

/** Draws what is wrong with a person's papers, at the rates seen in the field, among those who have the paper. */
export function drawDefects(random: Random, { journey, hasPassport }: Papers): readonly Defect[] {
  const reached = journey?.reached ?? {}
  const possible: readonly (readonly [Defect, boolean, number])[] = [
    ['NAME_VARIANT', hasPassport, 0.06],
    ['BIRTH_DATE_SWAPPED', hasPassport, 0.015],
    ['BIRTH_YEAR_SHIFTED', hasPassport, 0.007],
    ['PASSPORT_FROM_OTHER_PROVINCE', hasPassport, 0.03],
    ['HEALTH_CERTIFICATE_EXPIRED', reached.CARD_ISSUED !== undefined, 0.04],
    ['INSURANCE_ENDS_BEFORE_CONTRACT', reached.INSURED !== undefined, 0.03],
    ['PLACEMENT_AGENCY_SUSPENDED', reached.SELECTED !== undefined, 0.01],
    ['JOB_DIFFERS_FROM_ORDER', reached.CONTRACT_SIGNED !== undefined, 0.01],
  ]
  return possible.filter(([, applies, rate]) => applies && random.chance(rate)).map(([defect]) => defect)
}
