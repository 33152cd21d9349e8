import { Kind, getNullableType, isListType, isScalarType, isSpecifiedScalarType } from 'graphql'
import type { GraphQLInputType, ValueNode } from 'graphql'

const foreign: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT, Kind.ENUM, Kind.LIST, Kind.OBJECT])

/**
 * Whether a literal is one that only an agency can read: of a scalar of its own, and no text, truth value or null. What `1.10`, `RED`
 * or a number of 20 digits says there, no value of JavaScript is sure to say.
 */
export function isForeignLiteral(value: ValueNode, given: GraphQLInputType): boolean {
  const type = getNullableType(given)
  // One item may stand for a list of it.
  if (isListType(type)) return value.kind !== Kind.LIST && isForeignLiteral(value, type.ofType)
  return isScalarType(type) && !isSpecifiedScalarType(type) && foreign.has(value.kind)
}
