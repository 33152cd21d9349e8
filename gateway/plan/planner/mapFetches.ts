import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'

/** A plan with something else in place of each of its fetches; what is no sequence and not parallel stays as it is. */
export function mapFetches(node: PlanNode, change: (fetch: FetchPlan) => PlanNode): PlanNode {
  if (node.kind === 'fetch') return change(node)
  if (node.kind !== 'sequence' && node.kind !== 'parallel') return node
  return { ...node, nodes: node.nodes.map((inner) => mapFetches(inner, change)) }
}
