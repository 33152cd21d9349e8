/** The stock of names of a part of the province. */
export type NameStock =
  'SUMBA' | 'TIMOR' | 'BELU' | 'FLORES_EAST' | 'FLORES_CENTRAL' | 'MANGGARAI' | 'ALOR' | 'ROTE_SABU'

/** A regency or city of East Nusa Tenggara, as the generator needs it. */
export interface Regency {
  /** Its Kemendagri code. */
  readonly code: string
  /** Towns where people are born. */
  readonly towns: readonly [string, ...string[]]
  readonly names: NameStock
  readonly ltsaOffice: string
  /** Placements by the procedure in 2023, of 1,305. */
  readonly placed: number
  /** Problem workers who returned from January to June 2024, of 156. */
  readonly returned: number
}

type Row = readonly [
  code: string,
  names: NameStock,
  ltsaOffice: string,
  placed: number,
  returned: number,
  towns: readonly [string, ...string[]],
]

const rows: readonly Row[] = [
  ['53.01', 'TIMOR', 'LTSA-5301', 158, 7, ['Oelamasi', 'Babau']],
  ['53.02', 'TIMOR', 'LTSA-5301', 55, 14, ['Soe', 'Kapan', 'Niki-Niki']],
  ['53.03', 'TIMOR', 'LTSA-5301', 31, 0, ['Kefamenanu', 'Eban']],
  ['53.04', 'BELU', 'LTSA-5301', 128, 13, ['Atambua', 'Haekesak']],
  ['53.05', 'ALOR', 'LTSA-5301', 3, 2, ['Kalabahi']],
  ['53.06', 'FLORES_EAST', 'LTSA-5307', 32, 47, ['Larantuka', 'Waiwerang', 'Menanga']],
  ['53.07', 'FLORES_CENTRAL', 'LTSA-5307', 39, 11, ['Maumere', 'Nita']],
  ['53.08', 'FLORES_CENTRAL', 'LTSA-5307', 32, 14, ['Ende', 'Wolowaru']],
  ['53.09', 'FLORES_CENTRAL', 'LTSA-5307', 19, 5, ['Bajawa', 'Aimere']],
  ['53.10', 'MANGGARAI', 'LTSA-5307', 1, 1, ['Ruteng', 'Reo']],
  ['53.11', 'SUMBA', 'LTSA-5318', 189, 1, ['Waingapu', 'Melolo', 'Lewa']],
  ['53.12', 'SUMBA', 'LTSA-5318', 141, 0, ['Waikabubak', 'Lamboya']],
  ['53.13', 'FLORES_EAST', 'LTSA-5307', 17, 11, ['Lewoleba', 'Balauring']],
  ['53.14', 'ROTE_SABU', 'LTSA-5301', 17, 1, ['Baa']],
  ['53.15', 'MANGGARAI', 'LTSA-5307', 2, 1, ['Labuan Bajo', 'Lembor']],
  ['53.16', 'FLORES_CENTRAL', 'LTSA-5307', 18, 1, ['Mbay', 'Boawae']],
  ['53.17', 'SUMBA', 'LTSA-5318', 38, 0, ['Waibakul', 'Anakalang']],
  ['53.18', 'SUMBA', 'LTSA-5318', 318, 6, ['Tambolaka', 'Waitabula', 'Kodi']],
  ['53.19', 'MANGGARAI', 'LTSA-5307', 0, 0, ['Borong']],
  ['53.20', 'ROTE_SABU', 'LTSA-5301', 0, 0, ['Seba']],
  ['53.21', 'BELU', 'LTSA-5301', 23, 14, ['Betun', 'Besikama', 'Rinhat']],
  // The province's own office stands in the city.
  ['53.71', 'TIMOR', 'LTSA-53', 44, 7, ['Kupang']],
]

/** The 22 regencies with the weights of BP3MI NTT; those published as "the other 14 share 370" are shared out by population. */
export const regencies: readonly Regency[] = rows.map(([code, names, ltsaOffice, placed, returned, towns]) => {
  return { code, towns, names, ltsaOffice, placed, returned }
})
