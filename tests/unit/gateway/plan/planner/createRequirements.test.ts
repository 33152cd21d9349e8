import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, isInterfaceType, isObjectType, parse } from 'graphql'
import type { FetchPlan, PlanNode } from '../../../../../gateway/execute/PlanNode.ts'
import { createRequirements } from '../../../../../gateway/plan/planner/createRequirements.ts'
import type { Requirements } from '../../../../../gateway/plan/planner/createRequirements.ts'
import { composeSupergraph } from '../../../../support/composeSupergraph.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])`
const stock = `${link}
  type Query { items: [Item] }
  interface Item @key(fields: "id") { id: ID! price(in: String): Int }
  type Book implements Item @key(fields: "id") { id: ID! price(in: String): Int }
  type Lamp implements Item @key(fields: "id") { id: ID! price(in: String): Int }`

/** The requirements of a shop beside a stock. */
function readFor(stockSdl: string, types: string): Requirements {
  const document = parse(
    composeSupergraph([
      { name: 'stock', url: '', sdl: stockSdl },
      { name: 'the-shop', url: '', sdl: `${link} ${types}` },
    ]),
  )
  return createRequirements(document, buildASTSchema(document, { assumeValidSDL: true }))
}

/** The requirements of a shop beside the stock. */
function read(types: string): Requirements {
  return readFor(stock, types)
}

const books = `type Book @key(fields: "id") {
  id: ID! price(in: String): Int @external
  euros: Int @requires(fields: "price(in: \\"EUR\\")") dollars: Int @requires(fields: "price(in: \\"USD\\")") stars: Int
}`
const lamps = `type Lamp @key(fields: "id") {
  id: ID! price(in: String): Int @external pounds: Int @requires(fields: "price(in: \\"GBP\\")")
}`

const shop = { agency: 'the-shop' }

/** A fetch of entities of the shop, as the planner makes it. */
function entityFetch(selection: string, ...keys: readonly (readonly [string, ...string[]])[]): FetchPlan {
  const [set, ...fragments] = selection.split(' fragment ')
  const query = `query($representations:[_Any!]!){_entities(representations:$representations)${set}}`
  return makeFetch([query, ...fragments].join(' fragment '), { ...shop, requires: requires(...keys) })
}

function textsOf(plan: PlanNode): readonly string[] {
  if (plan.kind === 'fetch') return [plan.query.replace(/.*\$representations\)/, '').slice(0, -1)]
  return 'nodes' in plan ? plan.nodes.flatMap(textsOf) : []
}

describe('a supergraph that requires nothing with arguments', () => {
  it('stays as it is, and so do its plans', () => {
    const { restore, sdl } = read('type Book @key(fields: "id") { id: ID! stars: Int }')
    expect(sdl).toBeUndefined()
    const plan = makeFetch('{own_0_price}', shop)
    expect(restore(plan)).toBe(plan)
  })
})

describe('a supergraph that requires fields with arguments', () => {
  it('has a field for each way to ask for them, which no agency is without that has the field itself', () => {
    const schema = buildASTSchema(parse(read(`${books} ${lamps}`).sdl ?? ''), { assumeValidSDL: true })
    const fieldsOf = (name: string): readonly string[] => {
      const type = schema.getType(name)
      return isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : []
    }
    expect(fieldsOf('Book')).toEqual(['id', 'price', 'euros', 'dollars', 'stars', 'own_0_price', 'own_1_price'])
    expect(fieldsOf('Lamp')).toEqual(['id', 'price', 'pounds', 'own_2_price'])
    expect(fieldsOf('Item')).toEqual(['id', 'price'])
  })

  it('has it for an interface and for all that implement it', () => {
    const shelf = `type Shelf @key(fields: "id") {
        id: ID! first: Item @external cost: Int @requires(fields: "first { price(in: \\"EUR\\") }")
      }
      interface Item { price(in: String): Int }
      type Book implements Item { price(in: String): Int @external }
      type Lamp implements Item { price(in: String): Int @external }`
    const { sdl = '' } = readFor(`${stock} type Shelf @key(fields: "id") { id: ID! first: Item }`, shelf)
    expect(sdl.match(/own_0_price: Int @join__field/g)).toHaveLength(2)
    expect(sdl.match(/own_0_price/g)).toHaveLength(4)
  })

  it('cannot be served when one field requires another with several arguments at once', () => {
    const both = 'price(in: \\"EUR\\") price(in: \\"USD\\")'
    const type = `type Book @key(fields: "id") { id: ID! price(in: String): Int @external odd: Int @requires(fields: "${both}") }`
    expect(() => read(type)).toThrow('Book.odd of the-shop requires one field with several arguments at once.')
  })
})

describe('a plan with names for what is required', () => {
  const { restore } = read(`${books} ${lamps}`)

  it('asks for the fields that the names stand for, under the names', () => {
    expect(restore(makeFetch('{items{own_0_price other:own_1_price price}}', { agency: 'stock' }))).toMatchObject({
      query: '{items{own_0_price:price(in:"EUR")other:price(in:"USD")price}}',
    })
  })

  it('tells agencies under the names of fields', () => {
    const plan = restore(entityFetch('{...on Book{euros}}', ['Book', '__typename', 'id', 'own_0_price']))
    expect(plan).toMatchObject({
      requires: [{ selections: [{}, { key: 'id', name: 'id' }, { key: 'own_0_price', name: 'price' }] }],
    })
  })

  it('asks apart for fields that cannot be told of in one representation', () => {
    const keys = ['Book', '__typename', 'id', 'own_0_price', 'own_1_price'] as const
    const plan = restore(entityFetch('{...on Book{__typename stars euros dollars again:euros}}', keys))
    expect(textsOf(plan)).toEqual([
      '{...on Book{__typename stars euros again:euros}}',
      '{...on Book{__typename dollars}}',
    ])
    expect(plan).toMatchObject({
      kind: 'parallel',
      nodes: [
        { requires: [{ on: 'Book', selections: [{}, { key: 'id' }, { key: 'own_0_price' }] }] },
        { requires: [{ on: 'Book', selections: [{}, { key: 'id' }, { key: 'own_1_price' }] }] },
      ],
    })
  })

  it('asks apart also for fields of fragments', () => {
    const plan = restore(
      entityFetch('{...on Book{...F dollars}} fragment F on Book{euros stars}', [
        'Book',
        '__typename',
        'id',
        'own_0_price',
        'own_1_price',
      ]),
    )
    expect(JSON.stringify(plan)).toContain('{...on Book{...on Book{euros stars}}}')
    expect(JSON.stringify(plan)).toContain('{...on Book{dollars}}')
  })

  it('asks together for fields of types that nothing is both of', () => {
    const plan = restore(
      entityFetch(
        '{...on Book{euros}...on Lamp{pounds}}',
        ['Book', '__typename', 'id', 'own_0_price'],
        ['Lamp', '__typename', 'id', 'own_2_price'],
      ),
    )
    expect(textsOf(plan)).toEqual(['{...on Book{euros}...on Lamp{pounds}}'])
    expect(plan).toMatchObject({
      requires: [
        { on: 'Book', selections: [{}, {}, { key: 'own_0_price', name: 'price' }] },
        { on: 'Lamp', selections: [{}, {}, { key: 'own_2_price', name: 'price' }] },
      ],
    })
  })
})
