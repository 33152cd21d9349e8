import type { RequestContext } from '../../context.ts'
import type { LostGap } from '../LostGap.ts'
import type { Variables } from '../Variables.ts'

/** An operation while it runs. */
export interface Run {
  readonly variables: Variables
  readonly context: RequestContext
  /** What was gathered so far, in the shape of the operation and under the plan's response keys. */
  readonly data: Record<string, unknown>
  /** What is missing from it. */
  readonly gaps: LostGap[]
}

/** A part of a plan, compiled. It rejects for nothing that an agency does. */
export type Step = (run: Run) => Promise<void>
