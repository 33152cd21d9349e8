import type { Deadline } from '../../platform/Deadline.ts'
import type { RequestContext } from '../context.ts'

/** Requests of one asker that travel together, or one that is alone. */
export interface Party {
  readonly requests: readonly [RequestContext, ...RequestContext[]]
  /** Ends when the first of them has to be answered, or when all have left. */
  readonly deadline: Deadline
}
