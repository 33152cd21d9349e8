/** What a NIK's region code turned out to be. */
export type NikOutcome = 'VALID' | 'VALID_RETIRED_REGION' | 'UNKNOWN_REGION'

/** A difference between a NIK and the record of its holder. */
export type NikSignal = 'BIRTH_DATE_DIFFERS' | 'SEX_DIFFERS'

/** The registry's record of a NIK's holder. */
interface Holder {
  readonly nik: string
  readonly birthDate: string
  readonly sex: 'FEMALE' | 'MALE'
}

/** What the NIK holds of its first region, or null when there never was one with its code. */
type FirstRegion = { readonly isRetired: boolean } | null

/**
 * Compares a well-formed NIK with its record. A retired region is valid. A NIK is never changed when a birth date is
 * corrected, so a difference is a signal for an officer and no error. Its year has two digits; the century is the record's.
 */
export function checkNik(
  { nik, birthDate, sex }: Holder,
  region: FirstRegion,
): { readonly outcome: NikOutcome; readonly signals: readonly NikSignal[] } {
  const markedDay = Number(nik.slice(6, 8))
  const isFemale = markedDay > 40
  const day = String(isFemale ? markedDay - 40 : markedDay).padStart(2, '0')
  const born = `${nik.slice(10, 12)}-${nik.slice(8, 10)}-${day}`
  const signals: NikSignal[] = []
  if (born !== birthDate.slice(2)) signals.push('BIRTH_DATE_DIFFERS')
  if (isFemale !== (sex === 'FEMALE')) signals.push('SEX_DIFFERS')
  return { outcome: outcomeOf(region), signals }
}

function outcomeOf(region: FirstRegion): NikOutcome {
  if (region === null) return 'UNKNOWN_REGION'
  return region.isRetired ? 'VALID_RETIRED_REGION' : 'VALID'
}
