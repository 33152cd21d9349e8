import type { Gap } from './Gap.ts'
import type { Place } from './Place.ts'

/** Where a gap of a part stands in the whole answer. */
export interface Move {
  readonly to: Place
  /** Keys that have another name in the whole answer. */
  readonly renames: ReadonlyMap<string, string>
}

/** A gap of a part at its place in the whole answer. */
export function moveGap(gap: Gap, { to, renames }: Move): Gap {
  if (gap.place === undefined) return gap
  const inside = gap.place.map((step) => (typeof step === 'string' ? (renames.get(step) ?? step) : step))
  return { ...gap, place: [...to, ...inside] }
}
