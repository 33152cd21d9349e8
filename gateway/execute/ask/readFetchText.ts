import type { FetchPlan } from '../PlanNode.ts'
import type { CompileOptions } from '../steps/CompileOptions.ts'
import type { OpaqueFields } from '../text/Opaque.ts'
import type { FetchText } from './createAskSource.ts'

/** The text of a planned fetch, with what is known of it. */
export function readFetchText(
  plan: FetchPlan,
  { shapeOf, opaqueOf }: CompileOptions,
): Required<Omit<FetchText, 'lookup'>> {
  const { query } = plan
  const shape = shapeOf(query)
  return { query, shape, opaque: opaqueOf?.(plan, shape) ?? nothing }
}

const nothing: OpaqueFields = new Map()
