/** District codes that a regency lost when others were split off it. */
export interface RetiredDistricts {
  /** The regency that gave the codes out. */
  readonly regency: string
  /** The regencies that took the districts over. */
  readonly successors: readonly string[]
  /** Third parts of the codes. */
  readonly numbers: readonly string[]
}

/** Gaps in the codes in force; people who were registered before a split carry them in their NIK for life. */
export const retiredDistricts: readonly RetiredDistricts[] = [
  { regency: '53.01', successors: ['53.14', '53.20'], numbers: ['01', '02', '03', '14', '15', '29'] },
  {
    regency: '53.04',
    successors: ['53.21'],
    numbers: ['06', '07', '08', '09', '10', '11', '14', '15', '16', '19', '20'],
  },
  { regency: '53.09', successors: ['53.16'], numbers: ['03', '04', '05', '08', '10', '11', '13', '17'] },
  { regency: '53.10', successors: ['53.15', '53.19'], numbers: ['02', '04', '07', '08', '09', '10'] },
  {
    regency: '53.12',
    successors: ['53.17', '53.18'],
    numbers: ['01', '02', '03', '05', '06', '07', '08', '09', '13', '14', '16', '17'],
  },
]
