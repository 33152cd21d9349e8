import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, execute, getOperationAST, parse, print, validate } from 'graphql'
import { createConditionSettler } from '../../../../../gateway/plan/prepare/createConditionSettler.ts'
import type { SettledOperation } from '../../../../../gateway/plan/prepare/createConditionSettler.ts'

const schema = buildSchema('type Query { a: Node b: Node c(d: Int): Int } type Node { a: Node b: Int c(d: Int): Int }')

function readOperation(text: string) {
  const document = parse(text)
  const definition = getOperationAST(document, 'Q')
  if (!definition) throw new Error('The test has an operation Q.')
  return { document, definition }
}

function settle(text: string, variables: Record<string, unknown> = {}): SettledOperation {
  return createConditionSettler()(readOperation(text), variables)
}

const textOf = ({ document }: SettledOperation): string => print(document).replaceAll(/\s+/g, ' ').trim()

describe('settling conditions', () => {
  it('leaves an operation as it is that has none', () => {
    const operation = readOperation('query Q($d: Int) { c(d: $d) } query Other { a { b @skip(if: true) } }')
    const settled = createConditionSettler()(operation, {})
    expect(settled.document).toBe(operation.document)
    expect(settled.definition).toBe(operation.definition)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['query Q($x: Boolean!) { a { b @skip(if: $x) a { b } } }', { x: true }, 'query Q { a { a { b } } }'],
    ['query Q($x: Boolean!) { a { b @skip(if: $x) a { b } } }', { x: false }, 'query Q { a { b a { b } } }'],
    ['query Q($x: Boolean = true) { a { b @include(if: $x) } b { b } }', {}, 'query Q { a { b } b { b } }'],
    ['query Q($x: Boolean = true) { a { b } b @include(if: $x) { b } }', { x: false }, 'query Q { a { b } }'],
    ['query Q($x: Boolean = true) { a { b } b @include(if: $x) { b } }', { x: null }, 'query Q { a { b } }'],
    ['query Q($constructor: Boolean = true) { c a @include(if: $constructor) { b } }', {}, 'query Q { c a { b } }'],
    ['query Q($x: Boolean!) { b { b } ... @include(if: $x) { a { b } } }', { x: false }, 'query Q { b { b } }'],
    ['query Q { b { b @skip(if: false) @include(if: false) a { b } } }', {}, 'query Q { b { a { b } } }'],
    [
      'query Q($x: Boolean!, $d: Int) { a { b ...F @skip(if: $x) } } fragment F on Node { c(d: $d) }',
      { x: true },
      'query Q { a { b } }',
    ],
  ])('%s with %j asks for what is left, and names nothing that is not used', (text, variables, expected) => {
    const settled = settle(text, variables)
    expect(textOf(settled)).toBe(expected)
    expect(settled.hidden).toBeUndefined()
  })

  it('puts something that nobody sees where nothing is left', () => {
    const settled = settle('query Q { nothing: a { b @skip(if: true) } }')
    expect(textOf(settled)).toBe('query Q { nothing: a { nothing_: __typename } }')
    expect(settled.hidden).toBe('nothing_')
  })

  it('is done once for the same variables, whatever the others are', () => {
    const settler = createConditionSettler()
    const operation = readOperation('query Q($x: Boolean!, $d: Int) { c(d: $d) a { b @skip(if: $x) a { b } } }')
    expect(settler(operation, { x: true, d: 1 })).toBe(settler(operation, { x: true, d: 2 }))
    expect(settler(operation, { x: true })).not.toBe(settler(operation, { x: false }))
  })

  it('asks for what GraphQL asks for', () => {
    const { operations } = fc.letrec<{ set: string; field: string; operations: string }>((tie) => ({
      operations: tie('set').map((set) => `query Q($x: Boolean!, $y: Boolean = true) ${set}`),
      set: fc.array(tie('field'), { minLength: 1, maxLength: 3 }).map((fields) => `{ ${fields.join(' ')} }`),
      field: fc
        .tuple(
          fc.constantFrom('', '@skip(if: $x)', '@include(if: $y)', '@skip(if: $y) @include(if: $x)', '@skip(if: true)'),
          fc.oneof({ maxDepth: 3 }, fc.constant('c'), tie('set')),
          fc.constantFrom('a', '...'),
        )
        .map(([condition, inside, name]) => (inside === 'c' ? `c ${condition}` : `${name} ${condition} ${inside}`)),
    }))
    const source = { a: {}, c: 1 }
    Object.assign(source.a, source)
    fc.assert(
      fc.property(operations, fc.boolean(), fc.option(fc.boolean(), { nil: undefined }), (text, x, y) => {
        const variables = y === undefined ? { x } : { x, y }
        fc.pre(validate(schema, parse(text)).every(({ message }) => message.includes('never used')))
        const { document, hidden } = settle(text, variables)
        const given = execute({ schema, document: parse(text), rootValue: source, variableValues: variables })
        const settled = execute({ schema, document, rootValue: source, variableValues: variables })
        const shown = JSON.stringify(settled, (key, value: unknown) => (key === hidden ? undefined : value))
        expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(given)))
      }),
      { numRuns: 300 },
    )
  })
})
