import { Kind, getNullableType, isInputObjectType, isListType, isScalarType, isSpecifiedScalarType } from 'graphql'
import type { GraphQLInputType, ValueNode } from 'graphql'

/**
 * Whether a written value holds a literal that only an agency can read: of a scalar of its own, and no text, truth value or null. What
 * `1.10`, `RED` or a number of 20 digits says there, no value of JavaScript is sure to say.
 */
export function holdsForeignLiteral(value: ValueNode, given: GraphQLInputType): boolean {
  const type = getNullableType(given)
  if (isListType(type)) {
    const items = value.kind === Kind.LIST ? value.values : [value]
    return items.some((item) => holdsForeignLiteral(item, type.ofType))
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    return (
      value.kind === Kind.OBJECT &&
      value.fields.some((field) => {
        const known = fields[field.name.value]
        return known !== undefined && holdsForeignLiteral(field.value, known.type)
      })
    )
  }
  return isScalarType(type) && !isSpecifiedScalarType(type) && foreign.has(value.kind)
}

const foreign: ReadonlySet<string> = new Set([Kind.INT, Kind.FLOAT, Kind.ENUM, Kind.LIST, Kind.OBJECT])
