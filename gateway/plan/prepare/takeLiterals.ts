import { Kind, getNullableType, isInputObjectType, isListType } from 'graphql'
import type { GraphQLInputType, ValueNode } from 'graphql'
import type { LiteralCollector } from './createLiteralCollector.ts'

/**
 * A value with the literals in it taken as variables: itself where it can be one, what is inside it otherwise. Inside a scalar
 * of an agency's own nothing is taken: a variable may mean something else there.
 */
export function takeLiterals(value: ValueNode, given: GraphQLInputType, literals: LiteralCollector): ValueNode {
  const variable = literals.take(value, given)
  if (variable !== undefined) return variable
  const type = getNullableType(given)
  if (value.kind === Kind.LIST && isListType(type))
    return { ...value, values: value.values.map((item) => takeLiterals(item, type.ofType, literals)) }
  if (value.kind !== Kind.OBJECT || !isInputObjectType(type)) return value
  const known = type.getFields()
  const fields = value.fields.map((field) => {
    const inner = known[field.name.value]?.type
    return inner === undefined ? field : { ...field, value: takeLiterals(field.value, inner, literals) }
  })
  return { ...value, fields }
}
