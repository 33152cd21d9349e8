import { Kind, getNamedType, getNullableType, isInterfaceType, isLeafType, isListType, isObjectType } from 'graphql'
import type { FieldNode, GraphQLNamedType, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { recordsOf } from './recordsOf.ts'

/** The `@record` of a supergraph whose fields are none of its type, or, in `of`, are not one value. */
export function findUnreadableRecords(supergraph: GraphQLSchema): readonly string[] {
  return Object.values(supergraph.getTypeMap()).flatMap((type) =>
    recordsOf(type).flatMap((record) =>
      Object.entries(readArguments(record)).flatMap(([name, fields]) => {
        const selection = selectionOf(String(fields))
        const isSingle = name === 'of'
        if (selection !== undefined && fits(type, selection, isSingle)) return []
        return [
          `The ${name} of @record of ${type.name} is no ${isSingle ? 'single value' : 'selection'} of its fields.`,
        ]
      }),
    ),
  )
}

function selectionOf(fields: string): SelectionSetNode | undefined {
  try {
    return parseFieldSet(fields)
  } catch {
    return undefined
  }
}

function fits(type: GraphQLNamedType, { selections }: SelectionSetNode, isSingle: boolean): boolean {
  return (!isSingle || selections.length === 1) && selections.every((one) => isFieldOf(type, one, isSingle))
}

function isFieldOf(type: GraphQLNamedType, node: SelectionNode, isSingle: boolean): boolean {
  if (!isBareField(node) || !(isObjectType(type) || isInterfaceType(type))) return false
  const field = type.getFields()[node.name.value]
  if (field === undefined || (isSingle && isListType(getNullableType(field.type)))) return false
  const named = getNamedType(field.type)
  return node.selectionSet === undefined ? isLeafType(named) : fits(named, node.selectionSet, isSingle)
}

function isBareField(node: SelectionNode): node is FieldNode {
  return node.kind === Kind.FIELD && node.alias === undefined && !node.arguments?.length && !node.directives?.length
}
