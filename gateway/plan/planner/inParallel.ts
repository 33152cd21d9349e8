import type { PlanNode } from '../../execute/PlanNode.ts'

/** A plan of some that may run at the same time. */
export function inParallel(nodes: readonly PlanNode[]): PlanNode {
  const [only, ...others] = nodes
  return only !== undefined && others.length === 0 ? only : { kind: 'parallel', nodes }
}
