import type { Place } from '../disclose/Place.ts'

/** The object that a gap is about: where its type is missing, so is all that was asked of that type alone. */
export function holderOf(place: Place): Place {
  return place.at(-1) === '__typename' ? place.slice(0, -1) : place
}
