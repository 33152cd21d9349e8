import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'
import { renamesOf } from '../../execute/steps/renamesOf.ts'
import { withoutItems } from '../../execute/withoutItems.ts'
import { parseFetch } from './parseFetch.ts'
import type { IsExternal } from './readExternals.ts'
import type { ProvisionsOf } from './readProvisions.ts'

/** The response keys on the way to an object, without its items where it stands in lists. */
export type Place = readonly string[]

/** An object of which a fetch selects something. */
interface Holder {
  readonly typeName: string
  readonly at: Place
  /** What the agency knows of the object besides what is its own; undefined for an entity, of which it is told all that it needs. */
  readonly provided: readonly string[] | undefined
}

/** Where a fetch selects a field. */
export interface Standing extends Holder {
  /** The key that it has in the data. */
  readonly key: string
  /** Whether it is for others to answer: what an agency has as external, and does not provide there. */
  readonly isForeign: boolean
}

export interface VisitOptions {
  readonly schema: GraphQLSchema
  readonly isExternal: IsExternal
  readonly provisionsOf: ProvisionsOf
}

/** Visits what a fetch selects of its objects, and inside of them. */
export function visitFetch(
  fetch: FetchPlan,
  { schema, isExternal, provisionsOf }: VisitOptions,
  visit: (field: FieldNode, standing: Standing) => void,
): void {
  const { operation, fragments } = parseFetch(fetch)
  const { agency, requires } = fetch
  // The planner writes another key where two would clash, and puts it right in the answer.
  const renames = renamesOf(fetch.outputRewrites)

  function visitField(field: FieldNode, holder: Holder): void {
    const { typeName, at, provided = [] } = holder
    const name = field.name.value
    const ownKey = responseKeyOf(field)
    const key = renames.get(ownKey) ?? ownKey
    const isForeign = isExternal(agency, typeName, name) && !provided.includes(`/${name}`)
    visit(field, { ...holder, key, isForeign })
    const type = schema.getType(typeName)
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (field.selectionSet === undefined || known === undefined) return
    const inside = provided.filter((path) => path.startsWith(`/${name}/`)).map((path) => path.slice(1 + name.length))
    visitSet(field.selectionSet, {
      typeName: getNamedType(known.type).name,
      at: [...at, key],
      provided: [...provisionsOf(agency, typeName, name), ...inside],
    })
  }
  function visitSet({ selections }: SelectionSetNode, holder: Holder): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visitField(selection, holder)
      else {
        const { typeCondition, selectionSet } = bodyOf(selection, fragments)
        visitSet(selectionSet, { ...holder, typeName: typeCondition?.name.value ?? holder.typeName })
      }
    }
  }

  const at = withoutItems(fetch.path)
  const { selectionSet } = operation
  const root = schema.getRootType(operation.operation)?.name ?? ''
  if (requires === null) visitSet(selectionSet, { typeName: root, at, provided: [] })
  else
    for (const set of selectionSet.selections.flatMap(setsIn)) visitSet(set, { typeName: '', at, provided: undefined })
}

function setsIn(selection: SelectionNode): readonly SelectionSetNode[] {
  return selection.kind === Kind.FIELD && selection.selectionSet !== undefined ? [selection.selectionSet] : []
}
