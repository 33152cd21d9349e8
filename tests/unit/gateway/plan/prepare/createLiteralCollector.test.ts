import { describe, expect, it } from '@jest/globals'
import { Kind, buildSchema, isInputType, parse, parseType, parseValue, print, typeFromAST } from 'graphql'
import type { GraphQLInputType, VariableDefinitionNode } from 'graphql'
import { createLiteralCollector } from '../../../../../gateway/plan/prepare/createLiteralCollector.ts'
import type { LiteralCollector } from '../../../../../gateway/plan/prepare/createLiteralCollector.ts'

const schema = buildSchema(`
  type Query { a: Int f: Float id: ID }
  enum Color { RED GREEN }
  scalar Money
  input Filter { size: Int color: Color money: Money inner: [Filter!] list: [[Int]] }
`)

function typeOf(text: string): GraphQLInputType {
  const type = typeFromAST(schema, parseType(text))
  if (!isInputType(type)) throw new Error(`no input type ${text}`)
  return type
}

function variablesOf(text: string): readonly VariableDefinitionNode[] {
  const [definition] = parse(`query(${text}) { a }`).definitions
  return definition?.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : []
}

/** What stands where the literal stood. */
function take(collector: LiteralCollector, literal: string, type: string): string | undefined {
  const variable = collector.take(parseValue(literal), typeOf(type))
  return variable && print(variable)
}

describe('a literal that means the same as a JSON value', () => {
  it.each<[string, string, unknown]>([
    ['Int!', '7', 7],
    ['Int', '-2147483648', -2_147_483_648],
    ['Float', '1', 1],
    ['Float', '-1.5e3', -1500],
    ['String', '"a \\"b\\" \\u00e9"', 'a "b" é'],
    ['String', '"""\n  a\n    b\n"""', 'a\n  b'],
    ['Boolean!', 'true', true],
    ['Boolean', 'false', false],
    ['ID', '"x"', 'x'],
    ['ID', '12', 12],
    ['ID', '9007199254740991', 9_007_199_254_740_991],
    ['Color', 'GREEN', 'GREEN'],
    ['Money', '"12.50"', '12.50'],
    ['Money', 'true', true],
    ['Int', 'null', null],
    ['[Int]', 'null', null],
    ['Filter', 'null', null],
    ['[Int!]!', '[1, 2]', [1, 2]],
    ['[Int]', '[]', []],
    ['[[Int]]', '[[1], null, 2]', [[1], null, 2]],
    ['[Color]', 'RED', 'RED'],
    ['Filter', '{}', {}],
    ['Filter', '{ size: 1, color: RED, inner: { list: [1] } }', { size: 1, color: 'RED', inner: { list: [1] } }],
    ['[Filter]', '[{ inner: [{ size: null }] }]', [{ inner: [{ size: null }] }]],
  ])('becomes a variable: %s of %s', (type, literal, value) => {
    const collector = createLiteralCollector([])
    expect(take(collector, literal, type)).toBe('$literal0')
    expect(collector.definitions().map((definition) => print(definition))).toEqual([`$literal0: ${type}`])
    expect(collector.values()).toEqual({ literal0: value })
  })
})

describe('a literal that may mean something else in JSON', () => {
  it.each([
    ['an integer that a double cannot hold', 'ID', '9007199254740993'],
    ['such an integer for a Float', 'Float', '90071992547409930'],
    ['a fraction that is too large for a double, which JSON has no word for', 'Float', '1e400'],
    ['an ID that does not stay as it is written', 'ID', '-0'],
    ['an integer of a scalar that only its agency knows', 'Money', '12'],
    ['a fraction of such a scalar', 'Money', '12.50'],
    ['a name of such a scalar', 'Money', 'RED'],
    ['a list of such a scalar', 'Money', '["12"]'],
    ['an object of such a scalar', 'Money', '{ amount: "12" }'],
    ['an object with such a number', 'Filter', '{ size: 1, money: 12 }'],
    ['a list with such an object', '[Filter]', '[{ size: 1 }, { inner: { money: 1.5 } }]'],
    ['a variable', 'Int', '$a'],
    ['a list with a variable', '[Int]', '[1, $a]'],
    ['an object with a variable', 'Filter', '{ size: $a }'],
    ['an object with a field that its type has not', 'Filter', '{ other: 1 }'],
    ['what its type does not take', 'Filter', '1'],
    ['a name where an enum is not', 'Int', 'RED'],
    ['a string where an enum is', 'Color', '"RED"'],
  ])('stays: %s', (_what, type, literal) => {
    const collector = createLiteralCollector([])
    expect(take(collector, literal, type)).toBeUndefined()
    expect(collector.definitions()).toEqual([])
    expect(collector.values()).toEqual({})
  })
})

describe('several literals', () => {
  it('are one variable each, in their order', () => {
    const collector = createLiteralCollector([])
    expect([take(collector, '1', 'Int'), take(collector, '2', 'Int'), take(collector, '"a"', 'String!')]).toEqual([
      '$literal0',
      '$literal1',
      '$literal2',
    ])
    expect(collector.values()).toEqual({ literal0: 1, literal1: 2, literal2: 'a' })
  })

  it('are one variable when they are equal and of one type, so that fields stay mergeable', () => {
    const collector = createLiteralCollector([])
    expect(take(collector, '[1 2]', '[Int]')).toBe('$literal0')
    expect(take(collector, '[1, 2]', '[Int]')).toBe('$literal0')
    expect(take(collector, '[1, 2]', '[Int!]')).toBe('$literal1')
    expect(take(collector, '[2, 1]', '[Int]')).toBe('$literal2')
  })

  it('are equal in whatever order their fields are written, as GraphQL has it when it merges', () => {
    const collector = createLiteralCollector([])
    expect(take(collector, '{ size: 1, color: RED }', 'Filter')).toBe('$literal0')
    expect(take(collector, '{ color: RED, size: 1 }', 'Filter')).toBe('$literal0')
  })

  it('have names that no variable of the operation has', () => {
    const collector = createLiteralCollector(variablesOf('$literal0: Int, $literal_1: Int, $other: Int'))
    expect(take(collector, '1', 'Int')).toBe('$literal__0')
  })
})
