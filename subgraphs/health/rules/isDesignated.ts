/** A term of designation; without a last day it goes on. */
interface DesignationTerms {
  readonly validFrom: string
  readonly validTo: string | null
}

/** Whether any of a facility's terms of designation includes a day. */
export function isDesignated(designations: readonly DesignationTerms[], day: string): boolean {
  return designations.some(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
}
