import { Kind } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import type { FetchPlan, PlanNode, Requirement } from '../../execute/PlanNode.ts'
import { typeNamesOf } from '../../execute/shape/typeNamesOf.ts'
import type { Need } from './Need.ts'
import { clash } from './clash.ts'
import { inParallel } from './inParallel.ts'
import { isContested } from './isContested.ts'
import { narrowFetch } from './narrowFetch.ts'
import { parseFetch } from './parseFetch.ts'
import type { ParsedFetch } from './parseFetch.ts'
import type { NeedsOf } from './readNeeds.ts'
import { withoutNeeds } from './withoutNeeds.ts'

type Needs = readonly Need[]

/** Fields that one representation can serve. */
interface Share {
  readonly fields: Set<FieldNode>
  readonly needs: Needs
}

/** What is known of a supergraph's requirements. */
export interface SplitOptions {
  readonly supergraph: GraphQLSchema
  readonly needsOf: NeedsOf
  /** That fields which need different things are asked apart, whatever one representation can hold. */
  readonly isStrict?: boolean
}

/**
 * Makes of a fetch of entities as many as it takes for each representation to hold what its fields require, and no more than an
 * entity has. In one call, an agency can be told one `price` of an entity, whatever arguments that was asked with; and where some
 * things under an interface have more to tell than others, the others are asked for what needs nothing of it.
 */
export function splitFetch(fetch: FetchPlan, { supergraph, needsOf, isStrict = false }: SplitOptions): PlanNode {
  const { requires, agency } = fetch
  if (requires === null) return fetch
  const mayShare = isStrict ? areSame : sharingOf(requires, supergraph)
  if (mayShare === undefined) return fetch
  const text = parseFetch(fetch)
  const shares: Share[] = []
  for (const { field, typeName } of entityFields(text)) {
    const needs = needsOf(agency, typeName, field.name.value)
    const index = shares.findIndex((one) => mayShare(one.needs, needs))
    const share = shares[index]
    if (share === undefined) shares.push({ fields: new Set([field]), needs })
    else shares[index] = { fields: share.fields.add(field), needs: [...share.needs, ...besides(needs, share.needs)] }
  }
  const all = shares.flatMap(({ needs }) => needs)
  const nodes = shares.map(({ fields, needs }) => {
    const own = withoutNeeds(requires, besides(all, needs))
    return narrowFetch({ ...fetch, requires: own }, text, keepFields(text, fields))
  })
  return inParallel(nodes)
}

function besides(needs: Needs, known: Needs): Needs {
  return needs.filter(({ path, key }) => !known.some((one) => one.path === path && one.key === key))
}

/** Whether fields that need this and that can share a representation; undefined where all can. */
function sharingOf(
  requires: readonly Requirement[],
  supergraph: GraphQLSchema,
): ((some: Needs, others: Needs) => boolean) | undefined {
  if (overlap(requires, supergraph)) return areSame
  if (isOfAny(requires, supergraph))
    return (some, others) => some.length === 0 || others.length === 0 || areSame(some, others)
  return isContested(requires) ? (some, others) => !clash(some, others) : undefined
}

/** Whether something may be of two of the types of which something is required. */
function overlap(requires: readonly Requirement[], supergraph: GraphQLSchema): boolean {
  const known = new Set<string>()
  return requires.some((requirement) => {
    if (requirement.kind === 'field') return false
    const names = [...typeNamesOf(supergraph, requirement.on)]
    const isKnown = names.some((name) => known.has(name))
    for (const name of names) known.add(name)
    return isKnown
  })
}

function areSame(some: Needs, others: Needs): boolean {
  return (
    some.length === others.length &&
    some.every(({ path, key }, index) => others[index]?.path === path && others[index].key === key)
  )
}

/** Whether things of several types are told of alike: what was asked of some of them, others cannot be told with. */
function isOfAny(requires: readonly Requirement[], supergraph: GraphQLSchema): boolean {
  return requires.some((one) => one.kind === 'fragment' && typeNamesOf(supergraph, one.on).size > 1)
}

interface EntityField {
  readonly field: FieldNode
  readonly typeName: string
}

/** The fields of entities, which are those that can require something. */
function entityFields({ operation, fragments }: ParsedFetch): readonly EntityField[] {
  function collect({ selections }: SelectionSetNode, typeName: string): readonly EntityField[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [{ field: selection, typeName }]
      const { typeCondition, selectionSet } = bodyOf(selection, fragments)
      return collect(selectionSet, typeCondition?.name.value ?? typeName)
    })
  }
  return operation.selectionSet.selections.flatMap((root) =>
    root.kind === Kind.FIELD && root.selectionSet ? collect(root.selectionSet, '') : [],
  )
}

/**
 * The selection of a fetch with these fields of entities alone, and with their types, by which these are told apart where they are named
 * as what an interface is. Its fragments on entities are written out.
 */
function keepFields({ operation, fragments }: ParsedFetch, fields: ReadonlySet<FieldNode>): SelectionSetNode {
  function keep(set: SelectionSetNode): SelectionSetNode {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return fields.has(selection) || isTypeName(selection) ? [selection] : []
      const { typeCondition, selectionSet } = bodyOf(selection, fragments)
      const inner = keep(selectionSet)
      const on = typeCondition && { typeCondition }
      return inner.selections.length === 0 ? [] : [{ kind: Kind.INLINE_FRAGMENT, ...on, selectionSet: inner }]
    })
    return { ...set, selections }
  }
  const selections = operation.selectionSet.selections.map((root) =>
    root.kind === Kind.FIELD && root.selectionSet ? { ...root, selectionSet: keep(root.selectionSet) } : root,
  )
  return { ...operation.selectionSet, selections }
}

function isTypeName({ name, alias }: FieldNode): boolean {
  return name.value === '__typename' && alias === undefined
}
