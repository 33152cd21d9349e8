import type { Atlas } from './createAtlas.ts'
import type { Random } from './createRandom.ts'
import { drawFrom } from './drawFrom.ts'
import type { Regency } from './regencies.ts'

/** Where a person lives, and where the person was registered first. */
export interface Home {
  readonly regency: Regency
  /** A village, or a district for the few whose village is not known. */
  readonly domicileCode: string
  /** The district inside the NIK; for half of those who live in a regency that was split off, a code since retired. */
  readonly firstDistrict: string
  readonly birthPlace: string
}

/** Draws a home in a regency, or in the village given. */
export function drawHome(
  random: Random,
  atlas: Atlas,
  place: { readonly regency: Regency; readonly village?: string },
): Home {
  const { regency } = place
  const village = place.village ?? drawFrom(random, atlas.villagesOf(regency))
  const district = districtOf(village)
  const retired = atlas.retiredOf(regency)
  const split = retired.length > 0 && random.chance(0.5)
  const moved = random.chance(0.12)
  const origin = moved && random.chance(0.3) ? drawFrom(random, atlas.placing) : regency
  const elsewhere = districtOf(drawFrom(random, atlas.villagesOf(origin)))
  return {
    regency,
    domicileCode: place.village === undefined && random.chance(0.02) ? district : village,
    firstDistrict: split ? drawFrom(random, retired) : moved ? elsewhere : district,
    birthPlace: drawFrom(random, (split ? regency : origin).towns),
  }
}

function districtOf(village: string): string {
  return village.slice(0, 8)
}
