import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import { renamesOf } from '../../execute/steps/renamesOf.ts'
import { withoutItems } from '../../execute/withoutItems.ts'
import { parseFetch } from './parseFetch.ts'
import type { NeedsOf } from './readNeeds.ts'
import type { ProvisionsOf } from './readProvisions.ts'

export interface EarlyOptions {
  readonly schema: GraphQLSchema
  readonly needsOf: NeedsOf
  readonly provisionsOf: ProvisionsOf
}

/** The response keys on the way to an object, without its items where it stands in lists. */
export type Place = readonly string[]

/**
 * Where objects stand of which a plan asks for something before it has what this requires. An agency is told of the entities that a
 * fetch names, and of nothing inside of them, so that nothing inside can be asked for that requires something which the agency does not
 * know there itself.
 */
export function findEarly(plan: PlanNode, options: EarlyOptions): readonly Place[] {
  switch (plan.kind) {
    case 'fetch':
      return earlyIn(plan, options)
    case 'lookup':
      return plan.seeds.flatMap(({ owner, others }) => [owner, ...others].flatMap((one) => findEarly(one, options)))
    default:
      return plan.nodes.flatMap((one) => findEarly(one, options))
  }
}

function earlyIn(fetch: FetchPlan, { schema, needsOf, provisionsOf }: EarlyOptions): readonly Place[] {
  const { operation, fragments } = parseFetch(fetch)
  const { agency, requires } = fetch
  // The planner writes another key where two would clash, and puts it right in the answer.
  const renames = renamesOf(fetch.outputRewrites)
  const early: Place[] = []

  function isKnown(name: string, typeName: string, provided: readonly string[]): boolean {
    const needs = [...typeNamesOf(schema, typeName)].flatMap((one) => needsOf(agency, one, name))
    return needs.every(({ path, key }) => provided.includes(path) && path.endsWith(`/${key}`))
  }
  function searchField(field: FieldNode, typeName: string, { at, provided }: Standing): void {
    const { name, selectionSet } = field
    if (provided !== undefined && !isKnown(name.value, typeName, provided)) early.push(at)
    const type = schema.getType(typeName)
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined
    if (selectionSet === undefined || known === undefined) return
    const inside = (provided ?? []).filter((path) => path.startsWith(`/${name.value}/`))
    search(selectionSet, getNamedType(known.type).name, {
      at: [...at, keyOf(field)],
      provided: [
        ...provisionsOf(agency, typeName, name.value),
        ...inside.map((path) => path.slice(1 + name.value.length)),
      ],
    })
  }
  function search({ selections }: SelectionSetNode, typeName: string, standing: Standing): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) searchField(selection, typeName, standing)
      else {
        const { typeCondition, selectionSet } = bodyOf(selection, fragments)
        search(selectionSet, typeCondition?.name.value ?? typeName, standing)
      }
    }
  }
  function keyOf(field: FieldNode): string {
    const key = responseKeyOf(field)
    return renames.get(key) ?? key
  }

  const at = withoutItems(fetch.path)
  const { selectionSet } = operation
  if (requires === null) search(selectionSet, schema.getRootType(operation.operation)?.name ?? '', { at, provided: [] })
  else for (const set of selectionSet.selections.flatMap(setsIn)) search(set, '', { at, provided: undefined })
  return early
}

interface Standing {
  readonly at: Place
  /** What the agency knows of the object besides what is its own; undefined for an entity, of which it is told all that it needs. */
  readonly provided: readonly string[] | undefined
}

function setsIn(selection: SelectionNode): readonly SelectionSetNode[] {
  return selection.kind === Kind.FIELD && selection.selectionSet !== undefined ? [selection.selectionSet] : []
}
