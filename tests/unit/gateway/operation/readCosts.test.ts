import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse } from 'graphql'
import type { CostRules } from '../../../../gateway/operation/CostRules.ts'
import { readCosts } from '../../../../gateway/operation/readCosts.ts'
import { composeSupergraph } from '../../../support/composeSupergraph.ts'

/** The costs of a subgraph's types, as composition carries them; `imports` are those of the directives. */
function costsOf(types: string, imports: string): CostRules {
  const sdl = `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key" ${imports}])
    ${types}
  `
  const supergraph = composeSupergraph([{ name: 'one', url: '', sdl }])
  return readCosts(buildASTSchema(parse(supergraph), { assumeValidSDL: true }))
}

const types = (cost: string, listSize: string): string => `
  type Query {
    all(first: Int = 20, last: Int @${cost}(weight: 3)): All
      @${listSize}(slicingArguments: ["first", "last"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    some(of: Of): [One] @${listSize}(assumedSize: 7) @${cost}(weight: 4)
  }
  type All { edges: [One] plain: Int }
  type One @key(fields: "id") @${cost}(weight: 5) { id: ID! kind: Kind }
  enum Kind @${cost}(weight: 2) { A B }
  input Of { region: String @${cost}(weight: 6) }
`

describe('the costs of a supergraph', () => {
  it.each([
    ['as they are', '"@cost", "@listSize"', 'cost', 'listSize'],
    ['renamed', '{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@length" }', 'price', 'length'],
    ['not at all', '', 'federation__cost', 'federation__listSize'],
  ])('are read where a subgraph imports the directives %s', (_how, imports, cost, listSize) => {
    const { weightOf, listSizeOf, weighsInput } = costsOf(types(cost, listSize), imports)
    expect(weightOf('Query.all(last:)')).toBe(3)
    expect(weightOf('Query.some')).toBe(4)
    expect(weightOf('One')).toBe(5)
    expect(weightOf('Kind')).toBe(2)
    expect(weightOf('Of.region')).toBe(6)
    expect(weightOf('Query.all')).toBeUndefined()
    expect(weighsInput).toBe(true)
    expect(listSizeOf('Query.all')).toEqual({
      assumedSize: undefined,
      slicingArguments: ['first', 'last'],
      sizedFields: ['edges'],
      requireOneSlicingArgument: false,
    })
    expect(listSizeOf('Query.some')).toEqual({
      assumedSize: 7,
      slicingArguments: [],
      sizedFields: [],
      requireOneSlicingArgument: true,
    })
    expect(listSizeOf('All.edges')).toBeUndefined()
  })

  it('are none where the supergraph says nothing, or directives of these names are not of the specification', () => {
    const plain = costsOf('type Query { all: [Int] }', '')
    expect([plain.weightOf('Query.all'), plain.listSizeOf('Query.all'), plain.weighsInput]).toEqual([
      undefined,
      undefined,
      false,
    ])
    const own = readCosts(
      buildASTSchema(parse('directive @cost(weight: Int!) on OBJECT type Query @cost(weight: 9) { a: Int }')),
    )
    expect(own.weightOf('Query')).toBeUndefined()
  })

  it('of an interface are the greatest of its implementations, unless it has its own', () => {
    const supergraph = buildASTSchema(
      parse(`
        schema @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@listSize"]) { query: Query }
        type Query { node: Node }
        interface Node { light: Int heavy: Int @cost(weight: 1) list(first: Int): [Int] }
        type One implements Node { light: Int @cost(weight: 2) heavy: Int @cost(weight: 8) list(first: Int): [Int] }
        type Other implements Node {
          light: Int @cost(weight: 7) heavy: Int list(first: Int): [Int] @listSize(slicingArguments: ["first"])
        }
      `),
      { assumeValidSDL: true },
    )
    const { weightOf, listSizeOf } = readCosts(supergraph)
    expect([weightOf('Node.light'), weightOf('Node.heavy'), weightOf('Other.heavy')]).toEqual([7, 1, undefined])
    expect(listSizeOf('Node.list')?.slicingArguments).toEqual(['first'])
  })

  it('are never negative', () => {
    const supergraph = buildASTSchema(
      parse(`
        schema @link(url: "https://specs.apollo.dev/cost/v0.1", as: "price") { query: Query }
        type Query { a: Int @price(weight: -5) b: [Int] @price__listSize(assumedSize: -5) c: Int @price(weight: "x") }
      `),
      { assumeValidSDL: true },
    )
    const { weightOf, listSizeOf } = readCosts(supergraph)
    expect([weightOf('Query.a'), listSizeOf('Query.b')?.assumedSize, weightOf('Query.c')]).toEqual([0, 0, 0])
  })
})
