import { describe, expect, test } from '@jest/globals'
import { buildSchema, getOperationAST, parse } from 'graphql'
import type { GraphQLError } from 'graphql'
import { compileNullCheck } from '../../../../gateway/operation/compileNullCheck.ts'
import { errors } from '../../../../platform/errors.ts'

const schema = buildSchema(`
  input Filter { day: Int! = 1, days: [Int!] }
  type Query { list(first: Int! = 20, filter: Filter, days: [Int!]): [Item], plain(first: Int): Int }
  type Item { day(on: Int!): Int, inner: Item }
`)

/** The variables that a query is refused for, each behind the sentence that says so. */
function refusalsOf(query: string, coerced: Readonly<Record<string, unknown>>): readonly string[] {
  const document = parse(query)
  const operation = getOperationAST(document, document.definitions.length > 1 ? 'Q' : undefined)
  if (!operation) throw new Error('The test has no operation.')
  try {
    compileNullCheck(schema, document, operation)(coerced)
    return []
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return all.flatMap((one) => {
      const { message, extensions } = one as GraphQLError
      return [message.replace(/^.*\. (?=Variable)/, ''), String(extensions['variable'])]
    })
  }
}

const refused = (name: string): readonly string[] => [`Variable "$${name}" must not be null where it is used.`, name]

describe('a variable that is null', () => {
  test.each([
    ['an argument with a default', 'query($v: Int) { list(first: $v) { inner { day(on: 1) } } }'],
    ['an argument, by its own default', 'query($v: Int = 1) { list { day(on: $v) } }'],
    ['an item of a list', 'query($v: Int = 1) { list(days: [2, $v]) { day(on: 1) } }'],
    ['a field of an input object', 'query($v: Int) { list(filter: { day: $v }) { day(on: 1) } }'],
    ['an item in a field of an input object', 'query($v: Int = 1) { list(filter: { days: [$v] }) { day(on: 1) } }'],
    ['a fragment', 'query Q($v: Int = 1) { list { ...F } } fragment F on Item { inner { day(on: $v) } }'],
    [
      'two places, of which one allows it',
      'query($v: Int = 1) { plain(first: $v) list { ... on Item { day(on: $v) } } }',
    ],
  ])('is refused in the place of %s', (_what, query) => {
    expect(refusalsOf(query, { v: null })).toEqual(refused('v'))
    expect(refusalsOf(query, { v: 3 })).toEqual([])
    expect(refusalsOf(query, {})).toEqual([])
  })

  test.each([
    ['a place that allows it', 'query($v: Int) { plain(first: $v) }'],
    ['the list itself', 'query($v: [Int!] = [1]) { list(days: $v) { day(on: 1) } }'],
    [
      'a place of another operation',
      'query Q($v: Int = 1) { plain(first: $v) } query R($v: Int = 1) { list(first: $v) { day(on: 1) } }',
    ],
  ])('is taken in %s', (_what, query) => {
    expect(refusalsOf(query, { v: null })).toEqual([])
  })

  test('is taken where it is left out, and refused where it is not', () => {
    const query = `query Q($v: Int = 1, $if: Boolean!) { list { ...F @include(if: $if) inner { day(on: $v) @skip(if: true) } } }
      fragment F on Item { day(on: $v) }`
    expect(refusalsOf(query, { v: null, if: false })).toEqual([])
    expect(refusalsOf(query, { v: null, if: true })).toEqual(refused('v'))
  })

  test('is told for each variable, at its definition', () => {
    const query = 'query($a: Int = 1, $b: Int = 2, $c: Int = 3) { list(days: [$a, $b, $c]) { day(on: 1) } }'
    expect(refusalsOf(query, { a: null, b: 2, c: null })).toEqual([...refused('a'), ...refused('c')])
  })

  test('is BAD_USER_INPUT as a condition', () => {
    const refusals = refusalsOf('query($v: Boolean = true) { plain @include(if: $v) }', { v: null })
    expect(refusals[0]).toBe(errors.BAD_USER_INPUT.en)
  })
})
