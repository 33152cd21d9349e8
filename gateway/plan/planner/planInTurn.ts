import { Kind } from 'graphql'
import type { DocumentNode, FieldNode } from 'graphql'
import { collectRootFields } from '../../document/collectRootFields.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'

/** Plans a document with one operation; null when it asks no agency. */
export type PlanDocument = (document: DocumentNode) => PlanNode | null

/** Root fields that one plan serves. */
interface Turn {
  readonly fields: FieldNode[]
  /** Of the last field alone. */
  plan: PlanNode
}

/**
 * Plans a mutation so that each of its root fields, with all that is asked below it, is done before the next one runs (GraphQL
 * specification, 6.2.2). Neighbours travel in one call where nothing is asked between them.
 */
export function planInTurn(document: DocumentNode, plan: PlanDocument): PlanNode | null {
  const roots = [...collectRootFields(document).values()]
  if (roots.length === 1) return plan(document)
  const turns: Turn[] = []
  for (const fields of roots) {
    const alone = plan(withFields(document, fields))
    const last = turns.at(-1)
    if (alone === null) continue
    if (last === undefined || !isContinued(last.plan, alone)) turns.push({ fields: [...fields], plan: alone })
    else {
      last.fields.push(...fields)
      last.plan = alone
    }
  }
  const nodes = turns.flatMap((turn) => planTurn(document, turn, plan) ?? [])
  return nodes.length > 1 ? { kind: 'sequence', nodes } : (nodes[0] ?? null)
}

function planTurn(document: DocumentNode, { fields, plan: last }: Turn, plan: PlanDocument): PlanNode | null {
  return fields.length > 1 ? plan(withFields(document, fields)) : last
}

/** Without fragments of the root: the planner would put what they have in common with the fields first. */
function withFields(document: DocumentNode, selections: readonly FieldNode[]): DocumentNode {
  const definitions = document.definitions.map((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? { ...one, selectionSet: { ...one.selectionSet, selections } } : one,
  )
  return withUsedParts({ ...document, definitions }).document
}

function isContinued(before: PlanNode, after: PlanNode): boolean {
  return before.kind === 'fetch' && before.agency === firstFetch(after)?.agency
}

function firstFetch(plan: PlanNode): FetchPlan | undefined {
  const first = plan.kind === 'sequence' ? plan.nodes[0] : plan
  return first?.kind === 'fetch' ? first : undefined
}
