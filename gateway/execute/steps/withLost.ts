import type { Gap } from '../../disclose/Gap.ts'
import type { LostGap } from '../LostGap.ts'
import type { ObjectShape } from '../shape/Selection.ts'
import { holderOf } from '../holderOf.ts'
import { shapeAtPlace } from '../shape/shapeAtPlace.ts'

/** A gap of a part of this shape, with what was asked for inside, where that is something to look into. */
export function withLost(gap: Gap, shape: ObjectShape): LostGap {
  const lost = gap.place && shapeAtPlace(shape, holderOf(gap.place))
  return lost === undefined || lost.kind === 'leaf' ? gap : { ...gap, lost }
}
