import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'

/** A gap of an agency's answer at its place in the whole one; `inside` is where its place goes on below `at`. */
export function moveGap(gap: Gap, at: Place, inside: number): Gap {
  return gap.place === undefined ? gap : { ...gap, place: [...at, ...gap.place.slice(inside)] }
}
