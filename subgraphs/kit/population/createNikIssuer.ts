/** What the first twelve digits of a NIK are made of. */
export interface NikParts {
  /** The district of first registration, `PP.KK.CC`. */
  readonly district: string
  readonly birthDate: string
  readonly sex: 'FEMALE' | 'MALE'
  /** The serial to begin looking at, 9000 to 9999. */
  readonly serial: number
}

const first = 9000
const serials = 1000

/**
 * Issues NIKs that nobody has yet: the next free serial from the one given, always 9000 to 9999, where no real NIK
 * reaches. Throws when a district has used them all up for one day and sex.
 */
export function createNikIssuer(taken: Iterable<string>): (parts: NikParts) => string {
  const issued = new Set(taken)
  return function issueNik({ serial, ...parts }) {
    const prefix = prefixOf(parts)
    for (let step = 0; step < serials; step += 1) {
      const nik = `${prefix}${first + ((serial - first + step) % serials)}`
      if (issued.has(nik)) continue
      issued.add(nik)
      return nik
    }
    throw new Error('A district has no serial left for that day.')
  }
}

function prefixOf({ district, birthDate, sex }: Omit<NikParts, 'serial'>): string {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const markedDay = sex === 'FEMALE' ? String(Number(day) + 40) : day
  return `${district.replaceAll('.', '')}${markedDay}${month}${year.slice(2)}`
}
