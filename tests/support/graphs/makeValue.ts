import { getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql'
import type { GraphQLInputType } from 'graphql'
import type { Writing } from './Writing.ts'

/** Makes a value of a type, with so many objects inside each other at most. */
export function makeValue(type: GraphQLInputType, depth: number, writing: Writing): unknown {
  const { dice, words } = writing
  if (!isNonNullType(type) && dice(6) === 0) return null
  const inner = getNullableType(type)
  if (isListType(inner)) return Array.from({ length: dice(3) }, () => makeValue(inner.ofType, depth, writing))
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(() => depth > 0 && dice(2) === 0)
    return Object.fromEntries(fields.map((field) => [field.name, makeValue(field.type, depth - 1, writing)]))
  }
  if (isEnumType(inner)) return inner.getValues()[dice(inner.getValues().length)]?.name
  if (inner.name === 'Int') return dice(5)
  if (inner.name === 'Float') return dice(5) / 2
  if (inner.name === 'Boolean') return dice(2) === 0
  return words[dice(words.length)] ?? ''
}
