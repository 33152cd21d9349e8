import type { Place } from '../disclose/Place.ts'

/** The names of all places on the way from the root down to a place, its own as the last. */
export function prefixesOf(place: Place): readonly string[] {
  return Array.from({ length: place.length + 1 }, (_, length) => JSON.stringify(place.slice(0, length)))
}
