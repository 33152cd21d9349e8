/** The codes of the regions that hold a region, the province first: `53` and `53.18` of the district `53.18.07`. */
export function holdersOfRegion(code: string): readonly string[] {
  const parts = code.split('.')
  return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('.'))
}
