import type { Place } from './Place.ts'

/** How many steps of a place lead to a null; undefined where none is reached. */
export function lengthToNull(data: unknown, place: Place): number | undefined {
  let value = data
  for (const [index, step] of place.entries()) {
    if (value === null || value === undefined) return index
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value === null ? place.length : undefined
}
