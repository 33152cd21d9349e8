import type { FetchPlan } from '../../gateway/execute/PlanNode.ts'

/** A fetch of root fields from `registry`, unless more is said. */
export function makeFetch(query: string, more: Partial<FetchPlan> = {}): FetchPlan {
  return {
    kind: 'fetch',
    agency: 'registry',
    path: [],
    query,
    variables: [],
    requires: null,
    inputRewrites: [],
    outputRewrites: [],
    contextual: [],
    ...more,
  }
}
