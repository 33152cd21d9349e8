import { getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql'
import type { GraphQLInputType } from 'graphql'

/** A value as it stands in an operation. */
export function writeLiteral(type: GraphQLInputType, value: unknown): string {
  if (value === null || value === undefined) return 'null'
  const inner = getNullableType(type)
  if (isListType(inner))
    return `[${(value as readonly unknown[]).map((item) => writeLiteral(inner.ofType, item)).join(', ')}]`
  if (isInputObjectType(inner)) {
    const fields = inner.getFields()
    const given = Object.entries(value).flatMap(([name, item]) => {
      const field = fields[name]
      return field === undefined ? [] : [`${name}: ${writeLiteral(field.type, item)}`]
    })
    return `{ ${given.join(', ')} }`
  }
  return isEnumType(inner) && typeof value === 'string' ? value : JSON.stringify(value)
}
