import type { Part } from '../../fetch/Asking.ts'
import type { Variables } from '../Variables.ts'
import type { FetchShape } from '../shape/FetchShape.ts'

/** A text of a plan with what is asked by it. */
export interface Fetch {
  readonly shape: FetchShape
  /** Those that all its parts have in common. */
  readonly variables: Variables
  /** What it asks for, each answered by itself: entities, lookups by one root field, or all root fields as one. */
  readonly parts: readonly Part[]
}
