import type { Gap } from '../disclose/Gap.ts'
import type { ValueShape } from './shape/Selection.ts'

/** A gap with what its agency was asked for there: of the same object, others may have answered something else. */
export interface LostGap extends Gap {
  readonly lost?: ValueShape | undefined
}
