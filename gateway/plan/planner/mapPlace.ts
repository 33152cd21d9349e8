import { Kind, getNamedType, isInterfaceType, isListType, isNonNullType, isObjectType } from 'graphql'
import type {
  DocumentNode,
  FieldNode,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import { operationOf } from '../../document/operationOf.ts'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import type { Place } from './visitFetch.ts'

/** Other selections for those of a type. */
export type ChangeOfType = (set: SelectionSetNode, typeName: string) => readonly SelectionNode[]

export interface MappedPlace {
  readonly document: DocumentNode
  /** The way to the place as plans say it, with `@` for each item of a list. */
  readonly path: readonly string[]
}

interface MapOptions {
  readonly schema: GraphQLSchema
  readonly place: Place
  readonly change: ChangeOfType
}

/** A document with one operation and other selections at one place, on the way to which fragments are written out. */
export function mapPlace(document: DocumentNode, { schema, place, change }: MapOptions): MappedPlace {
  const fragments = fragmentsOf(document)
  const { definition } = operationOf(document)
  const lists = new Map<number, number>()

  function mapSet(set: SelectionSetNode, typeName: string, depth: number): SelectionSetNode {
    if (depth === place.length) return { ...set, selections: change(set, typeName) }
    return { ...set, selections: set.selections.map((selection) => mapSelection(selection, typeName, depth)) }
  }
  function mapSelection(selection: SelectionNode, typeName: string, depth: number): SelectionNode {
    if (selection.kind === Kind.FIELD) return mapField(selection, typeName, depth)
    const { typeCondition, selectionSet } = bodyOf(selection, fragments)
    const inner = mapSet(selectionSet, typeCondition?.name.value ?? typeName, depth)
    return { kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), selectionSet: inner }
  }
  function mapField(field: FieldNode, typeName: string, depth: number): FieldNode {
    const type = schema.getType(typeName)
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined
    if (field.selectionSet === undefined || known === undefined || responseKeyOf(field) !== place[depth]) return field
    lists.set(depth, listsIn(known.type))
    return { ...field, selectionSet: mapSet(field.selectionSet, getNamedType(known.type).name, depth + 1) }
  }

  const root = schema.getRootType(definition.operation)?.name ?? ''
  const operation = { ...definition, selectionSet: mapSet(definition.selectionSet, root, 0) }
  return {
    document: withUsedParts({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] }).document,
    path: place.flatMap((key, depth) => [key, ...Array.from({ length: lists.get(depth) ?? 0 }, () => '@')]),
  }
}

function listsIn(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsIn(type.ofType)
  return isListType(type) ? 1 + listsIn(type.ofType) : 0
}
