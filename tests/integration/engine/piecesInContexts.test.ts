import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

type Source = Readonly<Record<string, unknown>>

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@context", "@fromContext"]
)`
const reference = { __resolveReference: (source: Source) => source }
const currency = ({ id }: Source): string => `money of ${String(id)}`

/** What a field says of its object, and of what it takes from above. */
function saying(name: string): (source: Source, given: Source) => string {
  return ({ id }, given) => `${name} of ${String(id)} in ${String(given['in'])}`
}

/** Who knows twins needs a price for each, so that what requires the twin of a twin is planned as a piece of its own. */
const agencies = {
  shop: {
    sdl: `${link}
      type Query { store: Store }
      type Store @key(fields: "id") { id: ID! product: Product }
      type Product @key(fields: "id") { id: ID! price: Int @external twin: Product @requires(fields: "price") }`,
    resolvers: {
      Query: { store: () => ({ id: 's' }) },
      Store: { ...reference, product: () => ({ id: '1' }) },
      Product: { ...reference, twin: ({ id, price }: Source) => ({ id: `${String(id)}.${String(price)}` }) },
    },
  },
  prices: {
    sdl: `${link} type Product @key(fields: "id") { id: ID! price: Int }`,
    resolvers: { Product: { ...reference, price: ({ id }: Source) => String(id).length } },
  },
  totals: {
    sdl: `${link}
      type Query @context(name: "all") { currency: String }
      type Store @key(fields: "id") @context(name: "store") { id: ID! currency: String }
      type Product @key(fields: "id") @context(name: "product") {
        id: ID! currency: String twin: Product @external
        rate(in: String @fromContext(field: "$store { currency }")): String
        total(in: String @fromContext(field: "$store { currency }")): String @requires(fields: "twin { id }")
        tax(in: String @fromContext(field: "$all { currency }")): String @requires(fields: "twin { id }")
        plain: String @requires(fields: "twin { id }")
        box: Box @requires(fields: "twin { id }")
      }
      type Box @key(fields: "id") {
        id: ID!
        weight(in: String @fromContext(field: "$product { currency }")): String
        total(in: String @fromContext(field: "$store { currency }")): String
      }`,
    resolvers: {
      Query: { currency: () => 'all money' },
      Store: { ...reference, currency },
      Product: {
        ...reference,
        currency,
        rate: saying('rate'),
        total: saying('total'),
        tax: saying('tax'),
        plain: ({ twin }: Source) => JSON.stringify(twin),
        box: ({ id }: Source) => ({ id: `box ${String(id)}` }),
      },
      Box: { ...reference, weight: saying('weight'), total: saying('total') },
    },
  },
}

let graph: MemoryEngine
beforeAll(async () => {
  graph = await openMemoryEngine(agencies)
})
afterAll(() => graph.engine.stop())

it.each([
  [
    'of the objects that it begins at',
    '{ store { product { twin { box { weight } } } } }',
    { twin: { box: { weight: 'weight of box 1.1 in money of 1.1' } } },
  ],
  [
    'of objects inside of it',
    '{ store { product { twin { twin { box { weight } } } } } }',
    { twin: { twin: { box: { weight: 'weight of box 1.1.3 in money of 1.1.3' } } } },
  ],
  [
    'from above, beside it',
    '{ store { product { rate twin { plain rate } } } }',
    { rate: 'rate of 1 in money of s', twin: { plain: '{"id":"1.1.3"}', rate: 'rate of 1.1 in money of s' } },
  ],
])('a piece of an operation knows what is taken %s', async (_where, query, product) => {
  await expect(graph.ask(query)).resolves.toEqual({ data: { store: { product } }, errors: [] })
})

it.each([
  '{ store { product { twin { total } } } }',
  '{ store { product { twin { box { total } } } } }',
  '{ store { product { twin { tax } } } }',
])('is refused where a piece takes something from above where it begins: %s', async (query) => {
  await expect(graph.ask(query)).rejects.toMatchObject({ extensions: { code: 'OPERATION_UNPLANNABLE' } })
})
