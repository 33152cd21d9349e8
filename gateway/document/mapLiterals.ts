import { Kind, getNullableType, isInputObjectType, isListType } from 'graphql'
import type { GraphQLInputType, ValueNode } from 'graphql'

/** What stands in place of a value of that type; undefined where the value stays, and what is inside it is looked at. */
export type LiteralChange = (value: ValueNode, type: GraphQLInputType) => ValueNode | undefined

/** A written value, changed as a whole or else in what lists and input objects in it hold. Nothing is changed inside a scalar. */
export function mapLiterals(value: ValueNode, given: GraphQLInputType, change: LiteralChange): ValueNode {
  const changed = change(value, given)
  if (changed !== undefined) return changed
  const type = getNullableType(given)
  if (value.kind === Kind.LIST && isListType(type))
    return { ...value, values: value.values.map((item) => mapLiterals(item, type.ofType, change)) }
  if (value.kind !== Kind.OBJECT || !isInputObjectType(type)) return value
  const known = type.getFields()
  const fields = value.fields.map((field) => {
    const inner = known[field.name.value]?.type
    return inner === undefined ? field : { ...field, value: mapLiterals(field.value, inner, change) }
  })
  return { ...value, fields }
}
