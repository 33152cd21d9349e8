import { workerData } from 'piscina'
import type { ErrorCode } from '../../../platform/errors.ts'
import type { PlanNode } from '../../execute/PlanNode.ts'
import { UnplannableError } from './UnplannableError.ts'
import { createPlanner } from './createPlanner.ts'
import type { Planner } from './createPlanner.ts'

/** What the thread is asked for: the schema that clients see, or the plan of a document with these overrides in force. */
export type PlannerTask = 'api schema' | { readonly text: string; readonly labels: readonly string[] }

/** The schema or the plan; a code in place of a plan says why there can be none. An error would arrive without its kind. */
export type PlannerReply = string | PlanNode | null

/** The planner of the one supergraph that the thread was given at its start. */
let planner: Planner | undefined

/** What the thread does. */
export function runPlanner(task: PlannerTask): PlannerReply {
  planner ??= createPlanner(String(workerData))
  return task === 'api schema' ? planner.apiSdl : planWithin(planner, task)
}

function planWithin({ plan }: Planner, { text, labels }: Exclude<PlannerTask, string>): PlannerReply {
  try {
    return plan(text, labels)
  } catch (error) {
    // Of the stack, or of an array.
    if (error instanceof RangeError) return 'OPERATION_TOO_LARGE' satisfies ErrorCode
    if (error instanceof UnplannableError) return 'OPERATION_UNPLANNABLE' satisfies ErrorCode
    throw error
  }
}
