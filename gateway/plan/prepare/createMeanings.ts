import { print } from 'graphql'
import type { FieldNode } from 'graphql'
import { inOrder } from '../../document/inOrder.ts'

/** The response key of a field in an operation, given the one that it would have. */
export type KeyByMeaning = (field: FieldNode, key: string) => string

/**
 * Makes what gives each response key of one operation a single meaning: a field and its arguments. Fields of different types may
 * share a key in GraphQL; they are fields of one type to an agency that knows an interface as an object.
 */
export function createMeanings(prefix: string): KeyByMeaning {
  const byKey = new Map<string, Map<string, string>>()
  let others = 0

  return function keyByMeaning(field, key) {
    const known = byKey.get(key) ?? new Map<string, string>()
    byKey.set(key, known)
    const meaning = meaningOf(field)
    const own = known.get(meaning) ?? (known.size === 0 ? key : `${prefix}${others++}x_${key}`)
    known.set(meaning, own)
    return own
  }
}

function meaningOf({ name, arguments: given = [] }: FieldNode): string {
  const words = given.map((argument) => `${argument.name.value}: ${print(inOrder(argument.value))}`)
  return [name.value, ...words.toSorted()].join(' ')
}
