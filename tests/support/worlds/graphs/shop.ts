import { canonicalText } from '../../../../platform/canonicalText.ts'
import type { TestedGraph } from '../TestedGraph.ts'
import type { Rule, Thing, World } from '../World.ts'
import { federationLink } from '../federationLink.ts'

/** What one subgraph requires of others: scalars, lists, nested things, fields with arguments, and what is required itself. */
export const shop: TestedGraph = {
  words: ['1', '2', '3', 'EUR', 'USD'],
  subgraphs: {
    stock: `${federationLink}
      type Query { product(id: ID!): Product products(first: Int): [Product!] }
      type Product @key(fields: "id") {
        id: ID! weight: Int sizes: [Int!] maker: Maker tags: [Tag!] next: Product
        price(currency: String = "IDR", parts: [Part!]): Float
        stock(at: Where): Int part: Component parts: [Component!]
      }
      enum Part { TAX BASE }
      input Where { town: String! shelf: Int = 1 }
      type Maker { name: String country(short: Boolean): String owner: Maker }
      type Tag { word: String rank: Int }
      union Component = Screw | Panel
      type Screw { size: Int! kind: String }
      type Panel { area: Float kind: Int! }`,
    shipping: `${federationLink}
      type Product @key(fields: "id") {
        id: ID!
        weight: Int @external
        sizes: [Int!] @external
        maker: Maker @external
        tags: [Tag!] @external
        part: Component @external
        parts: [Component!] @external
        price(currency: String = "IDR", parts: [Part!]): Float @external
        stock(at: Where): Int @external
        cost(fast: Boolean): String @requires(fields: "weight sizes")
        customs: String @requires(fields: "maker { country owner { country } } tags { word }")
        duty: String @requires(fields: "price(currency: \\"USD\\", parts: [TAX, BASE])")
        crate: String @requires(fields: "part { __typename ... on Screw { size } ... on Panel { area } } parts { __typename ... on Screw { kind } }")
        reserve: String! @requires(fields: "stock(at: { town: \\"Solo\\" })")
      }
      enum Part { TAX BASE }
      input Where { town: String! shelf: Int = 1 }
      type Maker { country(short: Boolean): String @external owner: Maker @external }
      type Tag { word: String @external }
      union Component = Screw | Panel
      type Screw { size: Int! @external kind: String @external }
      type Panel { area: Float @external }`,
    advice: `${federationLink}
      type Query { advised: [Product!]! }
      type Product @key(fields: "id") {
        id: ID!
        cost(fast: Boolean): String @external
        customs: String @external
        next: Product @external
        price(currency: String = "IDR", parts: [Part!]): Float @external
        hint: String @requires(fields: "cost(fast: true) customs")
        compare: String @requires(fields: "price next { id weight }")
        bargain: Boolean! @requires(fields: "price(currency: \\"EUR\\")")
        weight: Int @external
        alike: [Product!]
      }
      enum Part { TAX BASE }`,
  },
  createWorld,
}

function createWorld(): World {
  const products = [1, 2, 3].map(product)

  function product(number: number): Thing {
    return {
      __typename: 'Product',
      id: String(number),
      weight: number === 2 ? null : number * 5,
      sizes: number === 3 ? null : [number, number + 1],
      maker: () => (number === 3 ? null : maker(number)),
      tags: () => (number === 2 ? [] : [tag(number), tag(number + 1)]),
      next: () => products[number] ?? null,
      price: ({ currency, parts }: { currency?: string | null; parts?: readonly string[] | null }) =>
        currency === null ? null : number * (currency === 'IDR' ? 1000 : 1.5) + (parts?.length ?? 0),
      stock: ({ at }: { at?: { town: string; shelf: number | null } | null }) =>
        at ? at.town.length * 10 + (at.shelf ?? 0) : null,
      part: () => (number === 3 ? null : component(number)),
      parts: () => [component(number), component(number + 1)],
      alike: () => products.filter((one) => one['id'] !== String(number)),
    }
  }
  function maker(number: number): Thing {
    return {
      name: `maker ${number}`,
      country: ({ short }: { short?: boolean | null }) => (short ? 'ID' : 'Indonesia'),
      owner: () => (number === 1 ? maker(2) : null),
    }
  }
  function tag(number: number): Thing {
    return { word: number === 2 ? null : `word ${number}`, rank: number }
  }
  function component(number: number): Thing {
    return number % 2 === 1
      ? { __typename: 'Screw', size: number, kind: `m${number}` }
      : { __typename: 'Panel', area: number / 4, kind: number }
  }
  const say =
    (name: string): Rule =>
    (required, given) =>
      `${name} of ${canonicalText(required)} ${canonicalText(given)}`
  return {
    Query: {
      product: ({ id }: { id: string }) => products.find((one) => one['id'] === id) ?? null,
      products: ({ first }: { first?: number | null }) => products.slice(0, Math.max(0, first ?? 3)),
      advised: () => [products[2], products[0]],
    },
    find: { Product: ({ id }) => products.find((one) => one['id'] === id) ?? null },
    rules: {
      'Product.cost': say('cost'),
      'Product.customs': say('customs'),
      'Product.duty': say('duty'),
      'Product.crate': say('crate'),
      'Product.reserve': say('reserve'),
      'Product.hint': say('hint'),
      'Product.compare': say('compare'),
      'Product.bargain': ({ price }) => Number(price) < 3,
    },
  }
}
