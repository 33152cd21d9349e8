import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])`

type Source = Readonly<Record<string, unknown>>
type Agencies = Parameters<typeof openMemoryEngine>[0]

const reference = { __resolveReference: (source: Source) => source }
const roots = { product: () => ({ id: '1' }), products: () => [{ id: '1' }, { id: '2' }], box: () => ({}) }
const tax = ({ id, price }: Source) => `tax of ${String(id)} at ${String(price)}`
const total = ({ tax: given }: Source) => `all with ${String(given)}`
const label = ({ total: given }: Source) => `label: ${String(given)}`

const rooted = `
  type Query { product: Product products: [Product!]! box: Box! }
  type Box { product: Product }`

/** Whoever is at the root knows the tax, for which it needs a price that others know; with the tax, somebody else makes the total. */
const shop = {
  sdl: `${link} ${rooted}
    type Product @key(fields: "id") { id: ID! own: Int price: Int @external tax: String @requires(fields: "price") }`,
  resolvers: { Query: roots, Box: { product: roots.product }, Product: { ...reference, own: () => 1, tax } },
}
const prices = {
  sdl: `${link} type Product @key(fields: "id") { id: ID! price: Int }`,
  resolvers: { Product: { ...reference, price: () => 7 } },
}
const totals = {
  sdl: `${link}
    type Product @key(fields: "id") { id: ID! tax: String @external total: String @requires(fields: "tax") }`,
  resolvers: { Product: { ...reference, total } },
}

const worlds: Readonly<Record<string, Agencies>> = {
  'three agencies': { shop, prices, totals },
  'two agencies that need each other': {
    shop,
    prices: {
      sdl: `${link}
        type Product @key(fields: "id") {
          id: ID! price: Int tax: String @external total: String @requires(fields: "tax")
        }`,
      resolvers: { Product: { ...reference, price: () => 7, total } },
    },
  },
  'an agency that the chain returns to': {
    shop: {
      ...shop,
      sdl: shop.sdl.replace(/ \}$/, ' total: String @external label: String @requires(fields: "total") }'),
      resolvers: { ...shop.resolvers, Product: { ...shop.resolvers.Product, label } },
    },
    prices,
    totals,
  },
  'arguments, an interface and a value': {
    shop: {
      sdl: `${link} ${rooted}
        interface Named { own: Int }
        type Price @shareable { amount(in: String): Int }
        type Product implements Named @key(fields: "id") {
          id: ID! own: Int cost: Price @external tax: String @requires(fields: "cost { amount(in: \\"IDR\\") }")
        }`,
      resolvers: {
        Query: roots,
        Box: { product: roots.product },
        Product: {
          ...reference,
          own: () => 1,
          tax: ({ id, cost }: Source) => tax({ id, price: (cost as Source | undefined)?.['amount'] }),
        },
      },
    },
    prices: {
      sdl: `${link}
        type Price @shareable { amount(in: String): Int }
        type Product @key(fields: "id") { id: ID! cost: Price }`,
      resolvers: { Product: { ...reference, cost: () => ({ amount: 7 }) } },
    },
    totals,
  },
}

/** An interface that the agency of a chain is asked for by a key, and fields of it that lead to the chain. */
const around: Agencies = {
  shop: {
    sdl: `${link}
      type Query { product: Product }
      interface Named @key(fields: "id") { id: ID! twin: Product }
      type Store implements Named @key(fields: "id") { id: ID! twin: Product }
      type Product implements Named @key(fields: "id") {
        id: ID! twin: Product price: Int @external tax: String @requires(fields: "price")
      }`,
    resolvers: {
      Named: { __resolveReference: ({ id }: Source) => ({ __typename: id === '9' ? 'Store' : 'Product', id }) },
      Store: { ...reference, twin: () => ({ id: '1' }) },
      Product: { ...reference, tax },
    },
  },
  prices,
  totals: {
    sdl: `${totals.sdl} type Query { store: Store } type Store @key(fields: "id") { id: ID! }`,
    resolvers: { ...totals.resolvers, Query: { store: () => ({ id: '9' }) } },
  },
  ads: {
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])
      type Query { ad: Named } type Named @key(fields: "id") @interfaceObject { id: ID! slogan: String }`,
    resolvers: { Query: { ad: () => ({ id: '1' }) }, Named: { ...reference, slogan: () => 'Buy!' } },
  },
}

/** What is required inside of something else that is required, of a type that has a chain beside. */
const inside = {
  shop: {
    sdl: `${link} ${rooted}
      type Product @key(fields: "id") {
        id: ID! price: Int @external tax: String @requires(fields: "price")
      }
      type Offer @key(fields: "id") { id: ID! of: Product @external text: String @requires(fields: "of { price }") }
      extend type Query { offer: Offer }`,
    resolvers: {
      Query: { ...roots, offer: () => ({ id: '5' }) },
      Box: { product: roots.product },
      Product: { ...reference, tax },
      Offer: { ...reference, text: ({ of }: Source) => `for ${String((of as Source)['price'])}` },
    },
  },
  prices: {
    sdl: `${prices.sdl} type Offer @key(fields: "id") { id: ID! of: Product }`,
    resolvers: { ...prices.resolvers, Offer: { ...reference, of: () => ({ id: '1' }) } },
  },
  totals,
}

const one = 'all with tax of 1 at 7'
const two = 'all with tax of 2 at 7'

describe.each(Object.entries(worlds))('what is required of a field that requires something: %s', (_name, agencies) => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(agencies)
  })
  afterAll(() => engine.engine.stop())

  it.each([
    ['{ product { total } }', { product: { total: one } }],
    ['{ product { tax total own } }', { product: { tax: 'tax of 1 at 7', total: one, own: 1 } }],
    [
      '{ product { total } box { product { own total } } }',
      { product: { total: one }, box: { product: { own: 1, total: one } } },
    ],
    [
      '{ products { id total } }',
      {
        products: [
          { id: '1', total: one },
          { id: '2', total: two },
        ],
      },
    ],
    [
      '{ products { own tax } }',
      {
        products: [
          { own: 1, tax: 'tax of 1 at 7' },
          { own: 1, tax: 'tax of 2 at 7' },
        ],
      },
    ],
  ])('is known before it is asked for: %s', async (query, expected) => {
    const { data, errors } = await engine.ask(query)
    expect([data, errors]).toEqual([expected, []])
  })
})

describe('a chain of three requirements', () => {
  const labels = {
    sdl: `${link}
      type Product @key(fields: "id") { id: ID! total: String @external label: String @requires(fields: "total") }`,
    resolvers: { Product: { ...reference, label } },
  }

  it.each([
    ['over four agencies', { shop, prices, totals, labels }],
    ['that returns to the first', worlds['an agency that the chain returns to'] ?? {}],
  ])('is followed to its end %s', async (_how, agencies) => {
    const engine = await openMemoryEngine(agencies)
    for (const fields of ['label', 'own label', 'label tax total own price']) {
      const { data, errors } = await engine.ask(`{ product { ${fields} } }`)
      expect([data, errors]).toMatchObject([{ product: { label: `label: ${one}` } }, []])
    }
    await engine.engine.stop()
  })
})

describe('a field of a chain that is reached by an interface', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(around)
  })
  afterAll(() => engine.engine.stop())

  it.each([
    ['{ store { twin { total } } }', { store: { twin: { total: one } } }],
    ['{ ad { slogan ... on Product { total } } }', { ad: { slogan: 'Buy!', total: one } }],
  ])('is asked for once what it requires is known: %s', async (query, expected) => {
    const { data, errors } = await engine.ask(query)
    expect([data, errors]).toEqual([expected, []])
  })
})

it('leaves what is required inside of something else to be required', async () => {
  const engine = await openMemoryEngine(inside)
  const { data, errors } = await engine.ask('{ offer { text } product { total } }')
  expect([data, errors]).toEqual([{ offer: { text: 'for 7' }, product: { total: one } }, []])
  await engine.engine.stop()
})

it('tells a chain of one type from fields of another that have its names', async () => {
  const { engine, ask } = await openMemoryEngine({
    marks: {
      sdl: `${link} type Query { any: Int } interface Mark { id: ID! }
        type Stamp @key(fields: "id") { id: ID! ink: Int @external worth: String @requires(fields: "ink") }
        type Coin implements Mark @key(fields: "id") { id: ID! ore: Int @external worth: Mark @requires(fields: "ore") }`,
      resolvers: {
        Stamp: { ...reference, worth: ({ ink }: Source) => `worth of ${String(ink)}` },
        Coin: {
          ...reference,
          worth: ({ id, ore }: Source) => ({ __typename: 'Coin', id: `${String(id)}.${String(ore)}` }),
        },
      },
    },
    mint: {
      sdl: `${link} type Query { all: [Thing!] } union Thing = Stamp | Coin
        type Stamp @key(fields: "id") {
          id: ID! ink: Int worth: String @external price: String @requires(fields: "worth")
        }
        type Coin @key(fields: "id") { id: ID! ore: Int }`,
      resolvers: {
        Query: { all: () => ['Stamp', 'Coin'].map((__typename) => ({ __typename, id: '1' })) },
        Stamp: { ...reference, ink: () => 7, price: ({ worth }: Source) => `price of ${String(worth)}` },
        Coin: { ...reference, ore: () => 8 },
      },
    },
  })
  const { data, errors } = await ask('{ all { ... on Stamp { price } ... on Coin { worth { id } } } }')
  expect([data, errors]).toEqual([{ all: [{ price: 'price of worth of 7' }, { worth: { id: '1.8' } }] }, []])
  await engine.stop()
})

it('leaves what the agency itself has inside of something else to a chain that requires it', async () => {
  const { shop: own, prices: others, totals: ends } = inside
  const sdl = own.sdl.replace('id: ID! price', 'id: ID! own: Int price').replace('of { price }', 'of { own }')
  const text = ({ of }: Source) => `for ${String((of as Source)['own'])}`
  const engine = await openMemoryEngine({
    shop: {
      sdl,
      resolvers: { ...own.resolvers, Product: { ...reference, own: () => 3, tax }, Offer: { ...reference, text } },
    },
    prices: others,
    totals: {
      sdl: `${ends.sdl} type Offer @key(fields: "id") { id: ID! text: String @external note: String @requires(fields: "text") }`,
      resolvers: {
        ...ends.resolvers,
        Offer: { ...reference, note: ({ text: given }: Source) => `note ${String(given)}` },
      },
    },
  })
  const { data, errors } = await engine.ask('{ offer { note } product { total } }')
  expect([data, errors]).toEqual([{ offer: { note: 'note for 3' }, product: { total: one } }, []])
  await engine.engine.stop()
})

it('knows what a field of a chain requires also below another field that requires something', async () => {
  const leading = ' box: Box @requires(fields: "price") other: Product @requires(fields: "price") }'
  const { Product, ...others } = shop.resolvers
  const led = { ...Product, box: () => ({}), other: () => ({ id: '2' }) }
  const engine = await openMemoryEngine({
    shop: { sdl: shop.sdl.replace(/ \}$/, leading), resolvers: { ...others, Product: led } },
    prices,
    totals,
  })
  const { data, errors } = await engine.ask(
    '{ product { box { product { total } } other { total other { tax total } } } }',
  )
  expect([data, errors]).toEqual([
    {
      product: { box: { product: { total: one } }, other: { total: two, other: { tax: 'tax of 2 at 7', total: two } } },
    },
    [],
  ])
  await engine.engine.stop()
})
