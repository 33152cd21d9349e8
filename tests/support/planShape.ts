import type { PlanNode } from '../../gateway/execute/PlanNode.ts'

/** A plan in short: each fetch as its agency and its path, everything else by its kind. */
export type PlanShape =
  | string
  | null
  | { readonly sequence: readonly PlanShape[] }
  | { readonly parallel: readonly PlanShape[] }
  | { readonly lookup: readonly string[]; readonly others: readonly PlanShape[] }

export function planShape(node: PlanNode | null): PlanShape {
  switch (node?.kind) {
    case undefined:
      return null
    case 'sequence':
      return { sequence: node.nodes.map(planShape) }
    case 'parallel':
      return { parallel: node.nodes.map(planShape).toSorted(byText) }
    case 'fetch':
      return [node.agency, ...node.path].join('.')
    case 'lookup':
      return {
        lookup: node.seeds.map(({ at, type, owner }) => `${at}: ${type} of ${owner.agency}`),
        others: node.seeds.flatMap(({ others }) => others.map(planShape)).toSorted(byText),
      }
    default:
      return node satisfies never
  }
}

/** What runs together has no order. */
function byText(one: PlanShape, other: PlanShape): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
}
