import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import { lengthToNull } from '../disclose/lengthToNull.ts'

/**
 * The places of what does not fit in data, for which no gap is a reason: none stands at the null that it led to, above or below. Where an
 * agency did not say what its gap is about, that may be any of them.
 */
export function findUnexplained(misfits: readonly Place[], gaps: readonly Gap[], data: unknown): readonly Place[] {
  if (gaps.length === 0 || misfits.length === 0) return misfits
  if (gaps.some(({ place }) => place === undefined)) return []
  const places = gaps.map(({ place = [] }) => place)
  const at = new Set(places.map(nameOf))
  const above = new Set(places.flatMap((place) => prefixesOf(place)).map(nameOf))
  return misfits.filter((misfit) => {
    const end = misfit.slice(0, lengthToNull(data, misfit))
    return !above.has(nameOf(end)) && !prefixesOf(end).some((one) => at.has(nameOf(one)))
  })
}

const nameOf = (place: Place): string => JSON.stringify(place)

/** From the root down to the place itself. */
function prefixesOf(place: Place): readonly Place[] {
  return Array.from({ length: place.length + 1 }, (_, length) => place.slice(0, length))
}
