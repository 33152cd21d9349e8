/** The code of the district in which a NIK was given out, `PP.KK.CC`. */
export function districtOfNik(nik: string): string {
  return [nik.slice(0, 2), nik.slice(2, 4), nik.slice(4, 6)].join('.')
}
