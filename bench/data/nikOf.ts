/** Where all of them were first registered: Kodi, Sumba Barat Daya. */
const region = '531807'

/** Serials that one birth date has. */
const serials = 9999

/**
 * The NIK of a made-up person, in the form that the registry gives (`schema/scalars/NIK.ts`). Numbers from 0 to 335,966,399
 * give each another one; a larger number begins anew.
 */
export function nikOf(number: number): string {
  const birthDate = Math.floor(number / serials)
  const day = (birthDate % 28) + 1
  const month = (Math.floor(birthDate / 28) % 12) + 1
  const year = Math.floor(birthDate / (28 * 12)) % 100
  return `${region}${digits(day, 2)}${digits(month, 2)}${digits(year, 2)}${digits((number % serials) + 1, 4)}`
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
