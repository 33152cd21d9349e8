import type { ErrorCode } from '../../platform/errors.ts'
import type { RequestContext } from '../context.ts'

/** What travels through the planner and executor with a request. */
export interface GraphContext extends RequestContext {
  /** Told once what the answer holds: the codes of its errors, and whether it has data. */
  readonly onAnswer: (codes: readonly ErrorCode[], data: boolean) => void
}
