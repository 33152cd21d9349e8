import type { Deadline } from '../../platform/Deadline.ts'
import type { RequestContext } from '../context.ts'

/** Requests of one asker that travel together, or one that is alone. */
export interface Party {
  /** Each once, however much it asks for. */
  readonly requests: readonly [RequestContext, ...RequestContext[]]
  /** Ends when the last of those who wait has to be answered, or when all have left. */
  readonly deadline: Deadline
  /** Several questions are asked as one: where the answer may be spoilt by one of them, each is asked again alone. */
  readonly isJoint: boolean
}
