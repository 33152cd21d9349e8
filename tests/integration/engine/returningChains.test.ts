import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)`

type Source = Readonly<Record<string, unknown>>

const reference = { __resolveReference: (source: Source) => source }
const idOf = (one: unknown): unknown => (one as Source | undefined)?.['id']

/** Who knows twins needs a price for each, and the twin of `1` at 1 is `1.1`: with another price it would be another one. */
const shop = {
  sdl: `${link}
    type Query { product: Product products: [Product!]! all: [Thing!]! named: [Named!]! }
    type Mutation { first: Product second: Product }
    union Thing = Product | Store | Note
    interface Named { id: ID! twin: Product }
    type Note { text: String of: Product }
    type Store implements Named @key(fields: "id") { id: ID! twin: Product }
    type Product implements Named @key(fields: "id") {
      id: ID! price: Int @external
      twin: Product @requires(fields: "price")
      rows: [[Product!]!] @requires(fields: "price")
    }`,
  resolvers: {
    Query: {
      product: () => ({ id: '1' }),
      products: () => [{ id: '1' }, { id: '22' }],
      all: () => [
        { __typename: 'Product', id: '1' },
        { __typename: 'Store', id: '5' },
        { __typename: 'Note', text: 'new', of: { id: '1' } },
      ],
      named: () => [
        { __typename: 'Store', id: '5' },
        { __typename: 'Product', id: '1' },
      ],
    },
    Mutation: { first: () => ({ id: '1' }), second: () => ({ id: '22' }) },
    Store: { ...reference, twin: () => ({ id: '7' }) },
    Product: {
      ...reference,
      twin: ({ id, price }: Source) => ({ id: `${String(id)}.${String(price)}` }),
      rows: ({ id, price }: Source) => [[{ id: `${String(id)}-${String(price)}` }], []],
    },
  },
}
const prices = {
  sdl: `${link} type Product @key(fields: "id") { id: ID! price: Int }`,
  resolvers: { Product: { ...reference, price: ({ id }: Source) => String(id).length } },
}
const totals = {
  sdl: `${link}
    type Product @key(fields: "id") { id: ID! twin: Product @external total(n: Int = 0): String @requires(fields: "twin { id }") }`,
  resolvers: {
    Product: { ...reference, total: ({ twin }: Source, { n }: Source) => `${String(idOf(twin))} and ${String(n)}` },
  },
}

describe('a chain with a step that leads to its own type', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine({ shop, prices, totals })
  })
  afterAll(() => engine.engine.stop())

  it.each([
    ['{ product { twin { total } } }', { product: { twin: { total: '1.1.3 and 0' } } }],
    [
      '{ product { total twin { id total again: twin { total(n: 2) } } } }',
      { product: { total: '1.1 and 0', twin: { id: '1.1', total: '1.1.3 and 0', again: { total: '1.1.3.5 and 2' } } } },
    ],
    [
      '{ products { rows { total rows { total } } } }',
      {
        products: [
          { rows: [[{ total: '1-1.3 and 0', rows: [[{ total: '1-1-3.5 and 0' }], []] }], []] },
          { rows: [[{ total: '22-2.4 and 0', rows: [[{ total: '22-2-4.6 and 0' }], []] }], []] },
        ],
      },
    ],
    [
      '{ all { __typename ...P ... on Note { text of { ...P } } } } fragment P on Product { twin { total(n: null) } }',
      {
        all: [
          { __typename: 'Product', twin: { total: '1.1.3 and null' } },
          { __typename: 'Store' },
          { __typename: 'Note', text: 'new', of: { twin: { total: '1.1.3 and null' } } },
        ],
      },
    ],
    [
      '{ named { ... on Product { twin { x: twin { total(n: 1) } } } ... on Store { twin { x: twin { total(n: 2) } } } } }',
      { named: [{ twin: { x: { total: '7.1.3 and 2' } } }, { twin: { x: { total: '1.1.3.5 and 1' } } }] },
    ],
    [
      'mutation { first { twin { total } } second { twin { total } } }',
      { first: { twin: { total: '1.1.3 and 0' } }, second: { twin: { total: '22.2.4 and 0' } } },
    ],
  ])('is known before it is asked for: %s', async (query, expected) => {
    const { data, errors } = await engine.ask(query)
    expect([data, errors]).toEqual([expected, []])
  })

  it('costs the round trips that it takes, and no agency is asked for what it knows before', async () => {
    engine.calls.length = 0
    await engine.ask('{ product { twin { total } } }')
    expect(engine.calls.map(({ agency }) => agency)).toEqual(['shop', 'prices', 'shop', 'prices', 'shop', 'totals'])
  })
})

it('is asked for by keys with objects, scalars and enums in them', async () => {
  const typed = (fields: string): string => `${link}
    scalar Code enum Kind { NEW OLD } type Place @shareable { code: Code! kind: Kind! }
    type Product @key(fields: "place { code kind }") { place: Place! ${fields} }`
  const placeOf = (...code: readonly unknown[]): Source => ({ place: { code, kind: 'OLD' } })
  const codeOf = ({ place }: Source): readonly unknown[] => (place as { readonly code: readonly unknown[] }).code
  const { engine, ask } = await openMemoryEngine({
    shop: {
      sdl: `${typed('price: Int @external twin: Product @requires(fields: "price")')} type Query { product: Product }`,
      resolvers: {
        Query: { product: () => placeOf('x') },
        Product: { ...reference, twin: (source: Source) => placeOf(...codeOf(source), source['price']) },
      },
    },
    prices: {
      sdl: typed('price: Int'),
      resolvers: { Product: { ...reference, price: (source: Source) => codeOf(source).length } },
    },
    totals: {
      sdl: typed('twin: Product @external total: String @requires(fields: "twin { place { code } }")'),
      resolvers: { Product: { ...reference, total: ({ twin }: Source) => codeOf(twin as Source).join() } },
    },
  })
  const { data, errors } = await ask('{ product { twin { total } } }')
  expect([data, errors]).toEqual([{ product: { twin: { total: 'x,1,2' } } }, []])
  await engine.stop()
})

it('is refused where it stands inside of what a field requires', async () => {
  const tags = {
    sdl: `${link} type Product @key(fields: "id") {
      id: ID! twin: Product @external total(n: Int = 0): String @external tag: String @requires(fields: "twin { total }")
    }`,
    resolvers: { Product: { ...reference, tag: ({ twin }: Source) => JSON.stringify(twin) } },
  }
  const { engine, ask } = await openMemoryEngine({ shop, prices, totals, tags })
  await expect(ask('{ product { tag } }')).rejects.toMatchObject({ extensions: { code: 'OPERATION_UNPLANNABLE' } })
  await engine.stop()
})

it('leaves to an agency what it requires and provides itself', async () => {
  const provided = {
    sdl: `${link}
      type Query { product: Product @provides(fields: "price") }
      type Product @key(fields: "id") { id: ID! price: Int @external tax: String @requires(fields: "price") }`,
    resolvers: {
      Query: { product: () => ({ id: '1', price: 7 }) },
      Product: { ...reference, tax: ({ price }: Source) => `tax at ${String(price)}` },
    },
  }
  const { engine, ask, calls } = await openMemoryEngine({
    shop: provided,
    prices: { ...prices, sdl: prices.sdl.replace('price: Int', 'price: Int @shareable') },
  })
  const { data } = await ask('{ product { tax } }')
  expect([data, calls.map(({ agency }) => agency)]).toEqual([{ product: { tax: 'tax at 7' } }, ['shop']])
  await engine.stop()
})
