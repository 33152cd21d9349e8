import { describe, expect, it } from '@jest/globals'
import { Kind, buildSchema, parse } from 'graphql'
import type { FieldNode } from 'graphql'
import { createResponseKeys } from '../../../../../gateway/plan/prepare/createResponseKeys.ts'
import type { ResponseKeys } from '../../../../../gateway/plan/prepare/createResponseKeys.ts'

const keys = createResponseKeys(
  buildSchema(`
    type Query { person: Person people(first: Int): [Person] }
    interface Being { id: ID }
    type Person implements Being { id: ID name(short: Boolean): String born: Int }
    input Filter { inputOnly: Int }
    enum Color { RED }
  `),
)

function fieldOf(text: string): FieldNode {
  const [definition] = parse(`{ ${text} }`).definitions
  const field = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections[0] : undefined
  if (field?.kind !== Kind.FIELD) throw new Error('no field')
  return field
}

/** Keys as a root field's and as another's. */
function bothOf(text: string, of: ResponseKeys = keys): readonly [string, string] {
  return [of.keyOf(fieldOf(text), true), of.keyOf(fieldOf(text), false)]
}

describe('the response key of a field', () => {
  it.each([
    ['its name, when nothing else is said', 'born', 'born', 'born'],
    ['its alias, when no field has that name', 'age: born', 'age', 'age'],
    ['its alias, when only an input or an enum has that name', 'inputOnly: born', 'inputOnly', 'inputOnly'],
    ['its name, when it is given as alias', 'born: born', 'born', 'born'],
    ['another for an alias that is the name of a field', 'born: id', 'born', 'own_born'],
    ['another for an alias that is the name of a root field', 'people: id', 'people', 'own_people'],
    ['another for a field with arguments under its own name', 'name(short: true)', 'name', 'own_name'],
    ['another for a field with arguments aliased to its own name', 'name: name(short: true)', 'name', 'own_name'],
    ['its alias, when a field with arguments has one that is nobody’s', 'brief: name(short: true)', 'brief', 'brief'],
    ['another everywhere for an alias that another could be moved to', 'own_born: id', 'own_own_born', 'own_own_born'],
    ['another everywhere for the name of a prototype', '__proto__: id', 'own___proto__', 'own___proto__'],
    ['another everywhere for what only the planner gives', 'x__alias_0: id', 'own_x__alias_0', 'own_x__alias_0'],
    ['its alias for what only looks like the planner’s', 'x__alias_0y: id', 'x__alias_0y', 'x__alias_0y'],
    ['`__typename` for `__typename`', '__typename', '__typename', '__typename'],
    ['another for `__typename` under the name of a field', 'born: __typename', 'born', 'own_born'],
  ])('is %s', (_what, text, ofRoot, elsewhere) => {
    expect(bothOf(text)).toEqual([ofRoot, elsewhere])
  })

  it('is another everywhere for another field that is called `__typename`, as objects tell their types by it', () => {
    expect(bothOf('__typename: born')).toEqual(['own___typename', 'own___typename'])
  })

  it('never becomes one that a field has', () => {
    const own = createResponseKeys(buildSchema('type Query { born: Int own_born: Int own__born: Int id: ID }'))
    expect(bothOf('born: id', own)).toEqual(['born', 'own___born'])
    expect(bothOf('own_born: id', own)).toEqual(['own_born', 'own___own_born'])
    expect(bothOf('own___born: id', own)).toEqual(['own___own___born', 'own___own___born'])
  })

  it('is never shared by two that a client keeps apart', () => {
    const texts = [
      'born: id',
      'own_born: id',
      'own_own_born: id',
      '__proto__: id',
      'own___proto__: id',
      'name(short: true)',
    ]
    const all = texts.map((text) => keys.keyOf(fieldOf(text), false))
    expect(new Set(all).size).toBe(texts.length)
  })
})
