import type { FetchPlan, PlanNode } from './PlanNode.ts'

/** All fetches of a plan. */
export function fetchesIn(node: PlanNode): readonly FetchPlan[] {
  switch (node.kind) {
    case 'fetch':
      return [node]
    case 'lookup':
      return node.seeds.flatMap(({ owner, others }) => [owner, ...others.flatMap(fetchesIn)])
    default:
      return node.nodes.flatMap(fetchesIn)
  }
}
