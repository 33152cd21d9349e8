interface Entry {
  readonly code: string
  readonly parentCode: string | null
  readonly isRetired: boolean
}

/** The regions by code and by the region that holds them. */
export interface Register<Region extends Entry> {
  /** The region with this code, in force or retired. */
  readonly find: (code: string) => Region | null
  /** The regions in force directly inside a region, or the provinces, in the order that they came in. */
  readonly inside: (parentCode: string | null) => readonly Region[]
}

/** Makes the register of the regions given. */
export function createRegister<Region extends Entry>(regions: readonly Region[]): Register<Region> {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const byParent = Map.groupBy(
    regions.filter(({ isRetired }) => !isRetired),
    ({ parentCode }) => parentCode,
  )
  return {
    find: (code) => byCode.get(code) ?? null,
    inside: (parentCode) => byParent.get(parentCode) ?? [],
  }
}
