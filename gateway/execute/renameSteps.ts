import type { Place } from '../disclose/Place.ts'

/** A place whose response keys have other names for whoever is told of it. */
export function renameSteps(place: Place, names: ReadonlyMap<string, string | null>): Place {
  return place.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step))
}
