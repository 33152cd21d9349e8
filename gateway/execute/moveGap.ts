import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'

/** Where a gap of an agency's answer stands in the whole one. */
export interface Move {
  readonly to: Place
  /** How many steps of its own place only lead to the object that stands there. */
  readonly from: number
  /** Keys that have another name in the whole answer. */
  readonly renames: ReadonlyMap<string, string>
}

/** A gap of an agency's answer at its place in the whole one. */
export function moveGap(gap: Gap, { to, from, renames }: Move): Gap {
  if (gap.place === undefined) return gap
  const inside = gap.place.slice(from).map((step) => (typeof step === 'string' ? (renames.get(step) ?? step) : step))
  return { ...gap, place: [...to, ...inside] }
}
