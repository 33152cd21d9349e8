import { Kind, getNamedType, isCompositeType, isInterfaceType, isObjectType } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import type { Fragments } from './Fragments.ts'
import { fragmentsOf } from './fragmentsOf.ts'
import { usedFragments } from './usedFragments.ts'

/** Where a selection set stands. */
export interface SelectionPlace {
  readonly type: GraphQLCompositeType
  /** The field that it is of, and the type which that is of; undefined for an operation's and a fragment's. */
  readonly field: { readonly typeName: string; readonly name: string } | undefined
  readonly fragments: Fragments
}

export type ChangeSelections = (set: SelectionSetNode, place: SelectionPlace) => readonly SelectionNode[]

/** A document with one operation and others of its selections, from the outermost on, with the fragments that these use. */
export function mapSelections(document: DocumentNode, schema: GraphQLSchema, change: ChangeSelections): DocumentNode {
  const { definitions } = document
  const fragments = fragmentsOf(document)

  function mapSet(set: SelectionSetNode, typeName: string, field?: SelectionPlace['field']): SelectionSetNode {
    const type = schema.getType(typeName)
    if (!isCompositeType(type)) return set
    const selections = change(set, { type, field, fragments })
    return { ...set, selections: selections.map((selection) => mapSelection(selection, type)) }
  }

  function mapSelection(selection: SelectionNode, type: GraphQLCompositeType): SelectionNode {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection
    if (selection.kind === Kind.FIELD) return mapField(selection, type)
    const { typeCondition, selectionSet } = selection
    return { ...selection, selectionSet: mapSet(selectionSet, typeCondition?.name.value ?? type.name) }
  }

  function mapField(field: FieldNode, type: GraphQLCompositeType): FieldNode {
    const name = field.name.value
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined
    if (known === undefined || field.selectionSet === undefined) return field
    const inner = mapSet(field.selectionSet, getNamedType(known.type).name, { typeName: type.name, name })
    return { ...field, selectionSet: inner }
  }

  const operations = definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((one) => ({ ...one, selectionSet: mapSet(one.selectionSet, schema.getRootType(one.operation)?.name ?? '') }))
  const mapped = new Map(
    Array.from(fragments, ([name, one]) => {
      return [name, { ...one, selectionSet: mapSet(one.selectionSet, one.typeCondition.name.value) }] as const
    }),
  )
  const used = operations.flatMap((one) => usedFragments(one, mapped))
  return { ...document, definitions: [...operations, ...used] }
}
