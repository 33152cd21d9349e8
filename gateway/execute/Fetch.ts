import type { FetchShape } from './FetchShape.ts'
import type { Representation } from './Representation.ts'
import type { Variables } from './Variables.ts'

/** One fetch of a plan with what it is asked for. */
export interface Fetch {
  readonly shape: FetchShape
  readonly variables: Variables
  /** The entities asked for; none for root fields. */
  readonly representations: readonly Representation[]
}
