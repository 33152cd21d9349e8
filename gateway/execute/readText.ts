import type { CompileOptions } from './CompileOptions.ts'
import type { FetchShape } from './FetchShape.ts'
import type { OpaqueFields } from './Opaque.ts'
import type { FetchPlan } from './PlanNode.ts'

/** The text of a planned fetch, read. */
export interface ReadText {
  readonly query: string
  readonly shape: FetchShape
  /** What of its answers nobody looks into. */
  readonly opaque: OpaqueFields
}

/** Reads the text of a planned fetch. */
export function readText(plan: FetchPlan, { shapeOf, opaqueOf }: CompileOptions): ReadText {
  const { query } = plan
  const shape = shapeOf(query)
  return { query, shape, opaque: opaqueOf?.(plan, shape) ?? nothing }
}

const nothing: OpaqueFields = new Map()
