import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildASTSchema, getOperationAST, parse } from 'graphql'
import { createCostMeter } from '../../../../gateway/operation/createCostMeter.ts'
import type { CostMeter } from '../../../../gateway/operation/createCostMeter.ts'
import { readCosts } from '../../../../gateway/operation/readCosts.ts'

const schema = buildASTSchema(
  parse(`
    schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query mutation: Mutation }
    type Query {
      one: One
      number: Int
      numbers: [Int]
      ones: [One]
      grid: [[One]]
      few: [One] @listSize(assumedSize: 3)
      page(first: Int = 20, last: Int): [One]
        @listSize(slicingArguments: ["first", "last"], assumedSize: 5, requireOneSlicingArgument: false)
      strict(first: Int, last: Int): [One] @listSize(slicingArguments: ["first", "last"])
      within(by: By): [One] @listSize(slicingArguments: ["by.first"], requireOneSlicingArgument: false)
      all(first: Int!): All @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
      dear: One @cost(weight: 50)
      free: One @cost(weight: 0)
      node: Node
      any: Any
    }
    type Mutation { change: One }
    interface Node { ones: [One] @listSize(assumedSize: 2) }
    type One implements Node { id: ID code: Code one: One ones: [One] all(first: Int!): All @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) heavy: Heavy }
    type Other { one: One }
    union Any = One | Other
    type Heavy @cost(weight: 7) { id: ID }
    scalar Code @cost(weight: 2)
    type All { edges: [Edge] nodes: [One] total: Int }
    type Edge { node: One }
    input By { first: Int = 4 }
  `),
  { assumeValidSDL: true },
)

function meterOf(text: string): CostMeter {
  const document = parse(text)
  const definition = getOperationAST(document)
  if (!definition) throw new Error('There is one operation.')
  return createCostMeter(document, definition, { schema, costs: readCosts(schema), pageSize: 100 })
}

describe('a condition', () => {
  it.each(['skip', 'include'])('cannot be null, as a variable with a default may be: @%s', (directive) => {
    const measure = meterOf(`query ($a: Boolean = true) { one @${directive}(if: $a) { id } }`)
    expect(() => measure({ a: null })).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'if' }) }),
    )
  })
})

describe('the cost of an operation', () => {
  it.each([
    ['{ number }', 0, 'a leaf is nothing'],
    ['{ one { id } }', 1, 'an object is one'],
    ['{ one { one { one { id } } } }', 3, 'objects add up'],
    ['{ a: one { id } b: one { id } }', 2, 'aliases add up'],
    ['{ numbers }', 0, 'a list of leaves is nothing'],
    ['{ ones { id } }', 10, 'a list has ten entries, as far as is known'],
    ['{ ones { ones { id } } }', 110, 'lists multiply'],
    ['{ grid { id } }', 100, 'a list of lists multiplies'],
    ['{ few { id } }', 3, 'a list has the size that is assumed'],
    ['{ page { id } }', 20, 'a default counts'],
    ['{ page(first: 7) { id } }', 7, 'a slicing argument counts'],
    ['{ page(first: 0) { id } }', 0, 'a page may be empty'],
    ['{ page(first: 7, last: 9) { id } }', 9, 'the greatest counts'],
    ['{ page(first: null) { id } }', 5, 'null is no size'],
    ['{ strict(last: 9) { id } }', 9, 'one of several'],
    ['{ within(by: { first: 6 }) { id } }', 6, 'a size inside an input object'],
    ['{ within(by: {}) { id } }', 4, 'a default inside an input object'],
    ['{ within { id } }', 10, 'nothing given'],
    ['{ all(first: 8) { total } }', 1, 'a connection is one'],
    ['{ all(first: 8) { edges { node { id } } } }', 17, 'the fields of a connection have its size'],
    ['{ all(first: 8) { edges { node { id } } nodes { id } a: nodes { id } } }', 33, 'all of them'],
    ['{ all(first: 8) { nodes { ones { id } } } }', 89, 'and lists in them their own'],
    ['{ all(first: 8) { ...F } } fragment F on All { ... { edges { node { id } } } }', 17, 'also in fragments'],
    [
      '{ a: all(first: 8) { ...F } b: all(first: 2) { ...F } } fragment F on All { nodes { id } }',
      12,
      'a fragment in two places has the size of each',
    ],
    ['{ dear { id } }', 50, 'a weight of the field'],
    ['{ free { one { id } } }', 1, 'a weight of nothing'],
    ['{ one { heavy { id } code } }', 10, 'weights of types'],
    ['{ node { ones { id } } }', 3, 'a field of an interface'],
    ['{ any { ... on One { id } ... on Other { one { id } } __typename } }', 2, 'members of a union'],
    ['mutation { change { id } }', 1, 'a mutation'],
    ['{ __schema { types { name fields { name } } } __typename }', 0, 'what the schema says of itself'],
    ['{ one @skip(if: true) { id } }', 0, 'what is skipped'],
    [
      '{ ... @include(if: false) { one { id } } ...F @skip(if: false) } fragment F on Query { one { id } }',
      1,
      'or not',
    ],
    ['{ ...Missing missing { id } ... on Missing { one } }', 0, 'what is not there'],
    ['{ ...A } fragment A on Query { one { id } ...A }', 1, 'what is inside itself'],
  ])('of %s is %d: %s', (text, cost) => {
    expect(meterOf(text)({})).toBe(cost)
  })

  it('follows the variables of each request', () => {
    const meter = meterOf(
      'query ($first: Int!, $all: Boolean!) { all(first: $first) { nodes { id one @include(if: $all) { id } } } }',
    )
    expect(meter({ first: 10, all: false })).toBe(11)
    expect(meter({ first: 100, all: true })).toBe(201)
    expect(meter({ first: 10, all: true })).toBe(21)
  })

  it('is 1 and so many for every page that is allowed', () => {
    const meter = meterOf('query ($first: Int!) { all(first: $first) { edges { cursor } } }')
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (first) => meter({ first }) === 1 + first))
  })

  it.each([
    ['{ page(first: 101) { id } }', 'first'],
    ['{ page(first: -1) { id } }', 'first'],
    ['{ page(first: 5, last: 101) { id } }', 'last'],
    ['{ one { all(first: 500) { total } } }', 'first'],
    ['{ within(by: { first: 101 }) { id } }', 'by.first'],
    ['{ ...F } fragment F on Query { all(first: 1000000) { total } }', 'first'],
  ])('is not even worked out for a page that is too large: %s', (text, argument) => {
    const refusal = { code: 'PAGE_SIZE_OUT_OF_RANGE', argument, allowed: 100 }
    expect(() => meterOf(text)({})).toThrow(expect.objectContaining({ extensions: expect.objectContaining(refusal) }))
  })

  it('is not worked out for a page that nobody gets', () => {
    expect(meterOf('{ page(first: 101) @skip(if: true) { id } }')({})).toBe(0)
  })

  it.each(['{ strict { id } }', '{ strict(first: 1, last: 1) { id } }', '{ strict(first: null) { id } }'])(
    'needs exactly one size where the supergraph asks for one: %s',
    (text) => {
      const refusal = { code: 'BAD_USER_INPUT', argument: 'first, last' }
      expect(() => meterOf(text)({})).toThrow(expect.objectContaining({ extensions: expect.objectContaining(refusal) }))
    },
  )

  it('is what it would be if nothing had been worked out before', () => {
    const text = `query ($first: Int, $all: Boolean!) {
      page(first: $first) { ...F one @include(if: $all) { ...F } }
      all(first: 8) { edges { node { ...F } } nodes @skip(if: $all) { ones { id } } }
      fixed: page(first: 7) { ...F }
      ...G
    }
    fragment F on One { ones { id heavy { id } } all(first: 2) { edges { node { id } } } }
    fragment G on Query { page(last: $first) { ...F } few { ...F } }`
    const meter = meterOf(text)
    const variables = fc.record({ first: fc.integer({ min: 0, max: 100 }), all: fc.boolean() })
    fc.assert(fc.property(variables, (given) => meter(given) === meterOf(text)(given)))
  })

  it('is refused for the first page that is too large, in each request anew', () => {
    const meter = meterOf(
      'query ($first: Int) { page(first: $first) { id } one { id } within(by: { first: 101 }) { id } strict { id } }',
    )
    const refused = (argument: string) => expect.objectContaining({ extensions: expect.objectContaining({ argument }) })
    for (let time = 0; time < 2; time += 1) {
      expect(() => meter({ first: 101 })).toThrow(refused('first'))
      expect(() => meter({ first: 1 })).toThrow(refused('by.first'))
    }
  })

  it('takes work that grows with the text, not with what it spreads out to', () => {
    const fragments = Array.from(
      { length: 500 },
      (_, index) => `fragment F${index} on One { a: one { ...F${index + 1} } b: one { ...F${index + 1} } }`,
    )
    const begin = performance.now()
    expect(meterOf(`{ one { ...F0 } } ${fragments.join(' ')} fragment F500 on One { id }`)({})).toBeGreaterThan(1e100)
    expect(performance.now() - begin).toBeLessThan(500)
  })

  it('is known in microseconds', () => {
    const meter = meterOf(
      'query ($first: Int!) { all(first: $first) { edges { node { id ones { id one { id } } few: ones { id } } } nodes { id } } }',
    )
    const before = process.cpuUsage()
    for (let time = 0; time < 10_000; time += 1) meter({ first: 50 })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 10_000).toBeLessThan(100)
  })
})

describe('the cost of arguments', () => {
  const weighing = buildASTSchema(
    parse(`
      schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query }
      type Query { find(text: String @cost(weight: 5), by: By, all: [By!]): Int }
      input By { region: String @cost(weight: 3) within: By kind: Kind }
      enum Kind @cost(weight: 2) { A }
    `),
    { assumeValidSDL: true },
  )

  it.each([
    ['{ find }', {}, 0],
    ['{ find(text: "a") }', {}, 5],
    ['{ find(by: { region: "a", within: { region: "b" } }) }', {}, 6],
    ['{ find(all: [{ region: "a" }, {}, { kind: A }]) }', {}, 5],
    ['query ($by: By) { find(by: $by) }', { by: { region: 'a' } }, 3],
    ['query ($by: By) { find(by: $by) }', {}, 0],
    ['query ($all: [By!]) { find(all: $all, by: null) }', { all: [{ region: 'a' }, { region: 'b' }] }, 6],
  ])('of %s with %j is %d', (text, variables, cost) => {
    const document = parse(text)
    const definition = getOperationAST(document)
    if (!definition) throw new Error('There is one operation.')
    const costs = readCosts(weighing)
    expect(createCostMeter(document, definition, { schema: weighing, costs, pageSize: 100 })(variables)).toBe(cost)
  })
})
