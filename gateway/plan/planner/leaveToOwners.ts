import { isCompositeType, visit } from 'graphql'
import type { ASTNode, FieldNode, GraphQLSchema } from 'graphql'
import { typeNameField } from '../../document/typeNameField.ts'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { fetchesIn } from '../../execute/fetchesIn.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import { createGivers } from './createGivers.ts'
import type { Giving } from './createGiving.ts'
import { mapFetches } from './mapFetches.ts'
import { narrowFetch } from './narrowFetch.ts'
import { objectsOf } from './objectsOf.ts'
import { parseFetch } from './parseFetch.ts'
import type { Read } from './readsOf.ts'
import { visitFetch } from './visitFetch.ts'
import type { Place, Standing, VisitOptions } from './visitFetch.ts'

export interface OwnerOptions extends VisitOptions {
  readonly gives: Giving
}

/**
 * A plan in which nobody is asked for what others have to answer, as far as these are asked for it as well: what an agency says of a field
 * that it has as external is nothing, or wrong. The planner asks for it with what requires it, though that is asked for later.
 */
export function leaveToOwners(plan: PlanNode, options: OwnerOptions): PlanNode {
  const foreignIn = oncePerObject((fetch: FetchPlan) => findForeign(fetch, options))
  const all = fetchesIn(plan)
  if (all.every((fetch) => foreignIn(fetch).fields.size === 0)) return plan
  const withoutForeign = oncePerObject((fetch: FetchPlan) => leaveOut(fetch, foreignIn(fetch).fields))
  const giversOf = createGivers(all.map(withoutForeign), options.gives)
  return mapFetches(plan, (fetch) => {
    const isGiven = foreignIn(fetch).reads.every((read) => giversOf(read).length > 0)
    return isGiven ? withoutForeign(fetch) : fetch
  })
}

interface Foreign {
  readonly fields: ReadonlySet<FieldNode>
  /** What the plan has of them. */
  readonly reads: readonly Read[]
}

function findForeign(fetch: FetchPlan, options: OwnerOptions): Foreign {
  const fields = new Set<FieldNode>()
  const places: Place[] = []
  const reads: Read[] = []
  visitFetch(fetch, options, (field, standing) => {
    const place = [...standing.at, standing.key]
    if (standing.isForeign) {
      fields.add(field)
      places.push(place)
    }
    const isInside = places.some((one) => one.every((key, depth) => key === place[depth]))
    if (isInside && field.selectionSet === undefined) reads.push(...readsAt(standing, options.schema))
  })
  return { fields, reads }
}

/** One for each type that the object may have. */
function readsAt({ typeName, at, key }: Standing, schema: GraphQLSchema): readonly Read[] {
  const type = schema.getType(typeName)
  const types = isCompositeType(type) ? objectsOf(type, schema).map(({ name }) => name) : [typeName]
  return types.map((on) => [...at.map((step) => ({ key: step })), { key, on }])
}

function leaveOut(fetch: FetchPlan, fields: ReadonlySet<FieldNode>): FetchPlan {
  if (fields.size === 0) return fetch
  const { operation, fragments } = parseFetch(fetch)
  const keep = <Node extends ASTNode>(node: Node): Node =>
    visit(node, {
      Field: (field) => (fields.has(field) ? null : undefined),
      SelectionSet: {
        leave: (set) => (set.selections.length === 0 ? { ...set, selections: [typeNameField] } : undefined),
      },
    })
  const kept = new Map(Array.from(fragments, ([name, fragment]) => [name, keep(fragment)] as const))
  return narrowFetch(fetch, { operation, fragments: kept }, keep(operation.selectionSet))
}
