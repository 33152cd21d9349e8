import type { Run } from '../../gateway/execute/steps/Step.ts'
import { createDeadline } from '../../platform/createDeadline.ts'
import { contextWith } from './contextWith.ts'

/** An operation that runs on this data. */
export function startRun(data: Record<string, unknown> = {}, variables: Record<string, unknown> = {}): Run {
  return { variables, context: contextWith(createDeadline({ milliseconds: 20_000 })), data, gaps: [] }
}
