import type { Gap } from '../disclose/Gap.ts'
import type { Place } from '../disclose/Place.ts'
import { renameSteps } from './renameSteps.ts'

/** Where a gap of a part stands in the whole answer. */
export interface Move {
  readonly to: Place
  /** Keys that have another name in the whole answer. */
  readonly renames: ReadonlyMap<string, string>
}

/** A gap of a part at its place in the whole answer. */
export function moveGap<One extends Gap>(gap: One, { to, renames }: Move): One {
  if (gap.place === undefined) return gap
  return { ...gap, place: [...to, ...renameSteps(gap.place, renames)] }
}
