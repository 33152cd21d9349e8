import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

type Source = Readonly<Record<string, unknown>>

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@interfaceObject"]
)`
const itself = { __resolveReference: (source: Source) => source }

/** All things have a price, and a tag that needs a label; of books alone somebody makes an offer, which needs the tag. */
const agencies = {
  things: {
    sdl: `${link}
      type Query { things: [Thing!]! }
      interface Thing @key(fields: "id") { id: ID! label: String }
      type Book implements Thing @key(fields: "id") { id: ID! label: String }
      type Lamp implements Thing @key(fields: "id") { id: ID! label: String }`,
    resolvers: {
      Query: {
        things: () => [
          { __typename: 'Book', id: '1', label: 'a book' },
          { __typename: 'Lamp', id: '2', label: 'a lamp' },
        ],
      },
      Book: itself,
      Lamp: itself,
    },
  },
  prices: {
    sdl: `${link}
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! price: Int label: String @external tag: String @requires(fields: "label")
      }`,
    resolvers: {
      Thing: {
        ...itself,
        price: ({ id }: Source) => Number(id) * 10,
        tag: ({ label }: Source) => `tag of ${String(label)}`,
      },
    },
  },
  offers: {
    sdl: `${link}
      interface Thing @key(fields: "id") { id: ID! }
      type Lamp implements Thing @key(fields: "id") { id: ID! }
      type Book implements Thing @key(fields: "id") {
        id: ID! tag: String @external offer: String @requires(fields: "tag")
      }`,
    resolvers: { Lamp: itself, Book: { ...itself, offer: ({ tag }: Source) => `offer for ${String(tag)}` } },
  },
}

let graph: MemoryEngine
beforeAll(async () => {
  graph = await openMemoryEngine(agencies)
})
afterAll(() => graph.engine.stop())

it('takes nothing away from other things to ask some alone for what is required of them', async () => {
  await expect(graph.ask('{ things { price ... on Book { offer } } }')).resolves.toEqual({
    data: { things: [{ price: 10, offer: 'offer for tag of a book' }, { price: 20 }] },
    errors: [],
  })
})

it('costs no call more where all are asked for that', async () => {
  graph.calls.length = 0
  await graph.ask('{ things { price label ... on Book { offer } } }')
  expect(graph.calls.map(({ agency }) => agency)).toEqual(['things', 'prices', 'offers'])
})
