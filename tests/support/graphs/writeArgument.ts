import { getNullableType, isInputObjectType, isListType } from 'graphql'
import type { GraphQLInputType } from 'graphql'
import type { Writing } from './Writing.ts'
import { makeValue } from './makeValue.ts'
import { writeLiteral } from './writeLiteral.ts'
import { writeVariable } from './writeVariable.ts'

/** Gives a value of a type by a literal or a variable; in a rich operation, also by a literal that has variables inside. */
export function writeArgument(type: GraphQLInputType, writing: Writing): string {
  const value = makeValue(type, 2, writing)
  const kind = writing.dice(writing.isRich ? 3 : 2)
  if (kind === 0) return writeVariable(type, value, writing)
  return kind === 1 ? writeLiteral(type, value) : writeMixed(type, writing)
}

function writeMixed(type: GraphQLInputType, writing: Writing): string {
  const { dice } = writing
  const inner = getNullableType(type)
  if (isListType(inner))
    return `[${Array.from({ length: dice(3) }, () => writeArgument(inner.ofType, writing)).join(', ')}]`
  if (!isInputObjectType(inner)) return writeVariable(type, makeValue(type, 2, writing), writing)
  const fields = Object.values(inner.getFields()).filter(() => dice(3) === 0)
  return `{ ${fields.map((field) => `${field.name}: ${writeArgument(field.type, writing)}`).join(', ')} }`
}
