import { Kind, parse } from 'graphql'
import type { FieldNode, FragmentDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql'
import type { FetchPlan, PlanNode } from '../execute/PlanNode.ts'
import type { Need } from './Need.ts'
import { clash } from './clash.ts'
import { narrowFetch } from './narrowFetch.ts'
import type { FetchText } from './narrowFetch.ts'
import { contestedPaths } from './contestedPaths.ts'
import { pickRequirements } from './pickRequirements.ts'
import type { NeedsOf } from './readNeeds.ts'

/** Fields that one representation can serve. */
interface Share {
  readonly fields: Set<FieldNode>
  readonly needs: Need[]
}

/**
 * Makes of a fetch of entities as many as it takes for the representations of each to hold all that its fields require: in one
 * call, an agency can be told one `price` of an entity, whatever arguments that was asked with.
 */
export function splitFetch(fetch: FetchPlan, needsOf: NeedsOf): PlanNode {
  const { requires, agency } = fetch
  const contested = contestedPaths(requires ?? [])
  if (requires === null || contested.size === 0) return fetch
  const text = readText(fetch)
  const shares: Share[] = []
  for (const { field, typeName } of entityFields(text)) {
    const needs = needsOf(agency, typeName, field.name.value)
    const share = shares.find((one) => !clash(one.needs, needs))
    share?.fields.add(field)
    share?.needs.push(...needs)
    if (share === undefined) shares.push({ fields: new Set([field]), needs: [...needs] })
  }
  const nodes = shares.map(({ fields, needs }) =>
    narrowFetch(
      { ...fetch, requires: pickRequirements(requires, { contested, needs }) },
      text,
      keepFields(text, fields),
    ),
  )
  const [only, ...others] = nodes
  return only !== undefined && others.length === 0 ? only : { kind: 'parallel', nodes }
}

function readText({ query }: FetchPlan): FetchText {
  const { definitions } = parse(query, { noLocation: true })
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined) throw new Error('A fetch has one operation.')
  return { operation, fragments: definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION) }
}

interface EntityField {
  readonly field: FieldNode
  readonly typeName: string
}

/** The fields of entities, which are those that can require something. */
function entityFields({ operation, fragments }: FetchText): readonly EntityField[] {
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

/** The selection of a fetch with these fields of entities alone; its fragments on entities are written out. */
function keepFields({ operation, fragments }: FetchText, fields: ReadonlySet<FieldNode>): SelectionSetNode {
  function keep(set: SelectionSetNode): SelectionSetNode {
    const selections = set.selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return fields.has(selection) ? [selection] : []
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

function bodyOf(
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: readonly FragmentDefinitionNode[],
): Pick<FragmentDefinitionNode, 'selectionSet'> & Partial<Pick<FragmentDefinitionNode, 'typeCondition'>> {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection
  const fragment = fragments.find(({ name }) => name.value === selection.name.value)
  if (fragment === undefined) throw new Error('A fetch has the fragments that it spreads.')
  return fragment
}
