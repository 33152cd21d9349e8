import type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchNode,
  PlanNode as ApolloNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner'
import type { ContextualArgument, FetchPlan, PlanNode, Requirement, Rewrite } from '../../execute/PlanNode.ts'

/** The plan that Apollo's planner made, in our form; null for an operation that asks no agency. */
export function readPlan({ node }: QueryPlan): PlanNode | null {
  if (node === undefined) return null
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not planned.')
  return readNode(node, [])
}

function readNode(node: ApolloNode, path: readonly string[]): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((inner) => readNode(inner, path)) }
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((inner) => readNode(inner, path)) }
    case 'Flatten':
      return readNode(node.node, [...path, ...node.path.map(String)])
    case 'Fetch':
      return readFetch(node, path)
    case 'Condition':
      throw new Error('Conditions are decided before an operation is planned.')
    case 'Defer':
      throw new Error('@defer is not planned.')
    default:
      return node satisfies never
  }
}

function readFetch(node: FetchNode, path: readonly string[]): FetchPlan {
  return {
    kind: 'fetch',
    agency: node.serviceName,
    path,
    query: node.operation,
    variables: node.variableUsages ?? [],
    requires: node.requires === undefined ? null : readRequirements(node.requires),
    inputRewrites: (node.inputRewrites ?? []).map(readRewrite),
    outputRewrites: (node.outputRewrites ?? []).map(readRewrite),
    contextual: (node.contextRewrites ?? []).map(readContextual),
  }
}

/** The planner writes a way as a rewrite: `..` for each response key up, and the variable as the name that the last key gets. */
function readContextual({ path, renameKeyTo: variable }: FetchDataKeyRenamer): ContextualArgument {
  const up = path.filter((step) => step === '..').length
  return { variable, up, path: path.slice(up) }
}

function readRequirements(selections: readonly QueryPlanSelectionNode[]): readonly Requirement[] {
  return selections.flatMap((selection): readonly Requirement[] => {
    if (selection.kind === 'Field') {
      const { alias, name, selections: inner } = selection
      const key = alias ?? name
      return [{ kind: 'field', key, name: key, selections: inner === undefined ? null : readRequirements(inner) }]
    }
    const { typeCondition: on } = selection
    const inner = readRequirements(selection.selections)
    return on === undefined ? inner : [{ kind: 'fragment', on, selections: inner }]
  })
}

function readRewrite(rewrite: FetchDataRewrite): Rewrite {
  const { path } = rewrite
  return rewrite.kind === 'ValueSetter'
    ? { path, change: { set: rewrite.setValueTo as unknown } }
    : { path, change: { rename: rewrite.renameKeyTo } }
}
