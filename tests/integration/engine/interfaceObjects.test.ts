import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@interfaceObject"]
)`

type Source = Readonly<Record<string, unknown>>

const things = [
  { __typename: 'Book', id: '1', label: 'a book' },
  { __typename: 'Lamp', id: '2', label: 'a lamp' },
]
const find = ({ id }: Source): Source | undefined => things.find((thing) => thing.id === id)

/** Throws where an agency is named something without a key. */
function named(source: Source): Source {
  if (source['id'] === undefined) throw new Error('There is no key.')
  return source
}

/** Things of which one agency knows what they are, and two others what they all have. */
const agencies = {
  things: {
    sdl: `${link}
      type Query { things: [Thing!]! any: [Any!]! book: Book }
      union Any = Book | Lamp
      interface Thing @key(fields: "id") { id: ID! label: String }
      type Book implements Thing @key(fields: "id") { id: ID! label: String pages: Int }
      type Lamp implements Thing @key(fields: "id") { id: ID! label: String watts: Int }`,
    resolvers: {
      Query: { things: () => things, any: () => things, book: () => things[0] },
      Thing: { __resolveReference: find },
      Book: { __resolveReference: find, pages: () => 100 },
      Lamp: { __resolveReference: find, watts: () => 60 },
    },
  },
  prices: {
    sdl: `${link}
      type Query { priced: [Thing!] }
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! price: Int better: Thing label: String @external tag: String @requires(fields: "label")
      }`,
    resolvers: {
      Query: { priced: () => things.map(({ id }) => ({ id })) },
      Thing: {
        __resolveReference: named,
        price: ({ id }: Source) => Number(id) * 10,
        better: () => ({ id: '2' }),
        tag: ({ label }: Source) => `tag of ${String(label)}`,
      },
    },
  },
  places: {
    sdl: `${link}
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! label: String @external sign: String @requires(fields: "label")
      }`,
    resolvers: { Thing: { __resolveReference: named, sign: ({ label }: Source) => `sign of ${String(label)}` } },
  },
}

let graph: MemoryEngine
beforeAll(async () => {
  graph = await openMemoryEngine(agencies)
})
afterAll(() => graph.engine.stop())
beforeEach(() => {
  graph.calls.length = 0
})

describe('what an agency knows of all things', () => {
  it('is asked of those types alone that it is wanted of', async () => {
    await expect(graph.ask('{ any { ... on Book { tag } ... on Lamp { sign } } }')).resolves.toEqual({
      data: { any: [{ tag: 'tag of a book' }, { sign: 'sign of a lamp' }] },
      errors: [],
    })
    const sent = graph.calls.slice(1).map(({ variables }) => variables['representations'])
    expect(sent).toEqual([
      [{ __typename: 'Thing', id: '1', label: 'a book' }],
      [{ __typename: 'Thing', id: '2', label: 'a lamp' }],
    ])
  })

  it('is asked of all, also where some types have more to say', async () => {
    await expect(graph.ask('{ things { price ... on Book { tag } } }')).resolves.toEqual({
      data: { things: [{ price: 10, tag: 'tag of a book' }, { price: 20 }] },
      errors: [],
    })
  })

  it('is asked in one call where all say the same', async () => {
    await expect(graph.ask('{ things { price tag } }')).resolves.toMatchObject({ errors: [] })
    expect(graph.calls.map(({ agency }) => agency)).toEqual(['things', 'prices'])
  })
})
