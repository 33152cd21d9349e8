/** A level of government. */
export type RegionLevel = 'PROVINCE' | 'REGENCY' | 'CITY' | 'DISTRICT' | 'VILLAGE'

/** The level that a Kemendagri code stands for; the second part is from 71 on for a city. */
export function levelOfRegion(code: string): RegionLevel {
  const [, second, district, village] = code.split('.')
  if (second === undefined) return 'PROVINCE'
  if (district === undefined) return Number(second) > 70 ? 'CITY' : 'REGENCY'
  return village === undefined ? 'DISTRICT' : 'VILLAGE'
}
