import { Kind, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'

/** A field that a set of fields names. */
export interface NamedField {
  /** With its type, as `Type.field`. */
  readonly coordinate: string
  /** Whether it stands inside of another field of the set. */
  readonly isInside: boolean
}

/**
 * The fields that a set of fields names of a type, each of whatever that type may turn out to be, and of the interfaces of that, since an
 * agency may know it as one of them.
 */
export function namedFields(typeName: string, set: SelectionSetNode, schema: GraphQLSchema): readonly NamedField[] {
  return set.selections.flatMap((selection) => fieldsOf(typeName, selection, schema))
}

function fieldsOf(typeName: string, selection: SelectionNode, schema: GraphQLSchema): readonly NamedField[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return []
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return namedFields(selection.typeCondition?.name.value ?? typeName, selection.selectionSet, schema)
  const { name, selectionSet } = selection
  const own = kinOf(typeName, schema).map((kin) => ({ coordinate: `${kin}.${name.value}`, isInside: false }))
  const inner = typeOf(typeName, selection, schema)
  if (selectionSet === undefined || inner === undefined) return own
  return [...own, ...namedFields(inner, selectionSet, schema).map((one) => ({ ...one, isInside: true }))]
}

function typeOf(typeName: string, { name }: FieldNode, schema: GraphQLSchema): string | undefined {
  const type = schema.getType(typeName)
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined
  return field && getNamedType(field.type).name
}

function kinOf(typeName: string, schema: GraphQLSchema): readonly string[] {
  const type = schema.getType(typeName)
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : []
  const interfaces = objects.flatMap((one) => one.getInterfaces())
  return [...new Set([typeName, ...[...objects, ...interfaces].map(({ name }) => name)])]
}
