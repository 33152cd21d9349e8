import { isNonNullType } from 'graphql'
import type { GraphQLInputType } from 'graphql'
import type { Writing } from './Writing.ts'
import { makeValue } from './makeValue.ts'
import { writeLiteral } from './writeLiteral.ts'

/** Gives a value by a variable; in a rich operation, that may have a default, and then need not be given, or be one that is there. */
export function writeVariable(type: GraphQLInputType, value: unknown, writing: Writing): string {
  const { dice, definitions, values, isRich } = writing
  const known = isRich ? [...definitions].filter(([, one]) => one.split(' = ')[0] === String(type)) : []
  if (known.length > 0 && dice(4) === 0) return `$${known[dice(known.length)]?.[0]}`
  const name = `v${definitions.size}`
  const fallback = isRich && dice(2) === 0 ? ` = ${writeLiteral(type, makeValue(type, 2, writing))}` : ''
  definitions.set(name, `${String(type)}${fallback}`)
  if (!isRich || dice(2) === 0 || (isNonNullType(type) && fallback === '')) values[name] = value
  return `$${name}`
}
