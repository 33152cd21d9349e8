import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
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
      union Any = Book | Lamp | Stone
      type Stone { weight: Int }
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
      type Query { priced: [Thing!] best: Thing }
      type Thing @key(fields: "id") @interfaceObject {
        id: ID! price: Int better: Thing label: String @external tag: String @requires(fields: "label")
      }`,
    resolvers: {
      Query: { priced: () => things.map(({ id }) => ({ id })), best: () => ({ id: '2' }) },
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
        id: ID! label: String @external sign(loud: Boolean): String @requires(fields: "label") room: Room
        price: Int @external worth: String @requires(fields: "price") deal: String @requires(fields: "label price")
      }
      type Room { things: [Thing!] }`,
    resolvers: {
      Thing: {
        __resolveReference: named,
        sign: ({ label }: Source, { loud }: Source) => `sign of ${String(label)}${loud === true ? '!' : ''}`,
        worth: ({ price }: Source) => `worth ${String(price)}`,
        deal: ({ label, price }: Source) => `${String(label)} for ${String(price)}`,
        room: () => ({ things: things.map(({ id }) => ({ id })) }),
      },
    },
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

describe('what is required of some things and of all', () => {
  it('is told of each as far as it was asked: what needs more is asked for in a call of its own', async () => {
    await expect(graph.ask('{ things { worth ... on Book { deal } } }')).resolves.toEqual({
      data: { things: [{ worth: 'worth 10', deal: 'a book for 10' }, { worth: 'worth 20' }] },
      errors: [],
    })
    expect(graph.calls.filter(({ agency }) => agency === 'places')).toHaveLength(2)
  })

  it('is told in one call by fields that need the same, however many', async () => {
    await graph.ask('{ things { sign a: sign(loud: true) ... on Book { b: sign(loud: false) } } }')
    expect(graph.calls.filter(({ agency }) => agency === 'places')).toHaveLength(1)
  })
})

describe('things that an agency knows without their types', () => {
  it.each<[string, string, unknown]>([
    [
      'fields of one type that need something of another agency',
      '{ priced { ... on Book { sign } } }',
      { priced: [{ sign: 'sign of a book' }, {}] },
    ],
    [
      'such fields where nobody else is asked what they are',
      '{ priced { id ... on Book { worth } } }',
      {
        priced: [{ id: '1', worth: 'worth 10' }, { id: '2' }],
      },
    ],
    [
      'such fields of all their types, each by itself',
      '{ priced { ... on Book { worth } ... on Lamp { x: worth } } }',
      { priced: [{ worth: 'worth 10' }, { x: 'worth 20' }] },
    ],
    [
      'such fields of all, and more of them of some',
      '{ priced { deal ... on Book { worth } ... on Lamp { x: worth } } }',
      {
        priced: [
          { deal: 'a book for 10', worth: 'worth 10' },
          { deal: 'a lamp for 20', x: 'worth 20' },
        ],
      },
    ],
    [
      'several that need the same, and one that needs more',
      '{ best { deal worth x: worth } }',
      { best: { deal: 'a lamp for 20', worth: 'worth 20', x: 'worth 20' } },
    ],
    [
      'such fields of several types, under one name',
      '{ priced { ... on Book { x: sign } ... on Lamp { x: tag } } }',
      { priced: [{ x: 'sign of a book' }, { x: 'tag of a lamp' }] },
    ],
    [
      'fields of several types that differ in arguments alone',
      '{ priced { ... on Book { sign(loud: true) } ... on Lamp { sign(loud: false) } } }',
      { priced: [{ sign: 'sign of a book!' }, { sign: 'sign of a lamp' }] },
    ],
    [
      'a union',
      '{ priced { ... on Any { __typename } } }',
      { priced: [{ __typename: 'Book' }, { __typename: 'Lamp' }] },
    ],
    [
      'fragments inside of fragments',
      `{ priced { ...A } } fragment A on Any { ... on Thing { id ...B ... on Lamp { watts } } }
      fragment B on Thing { ... on Any { ... on Book { pages tag } } }`,
      {
        priced: [
          { id: '1', pages: 100, tag: 'tag of a book' },
          { id: '2', watts: 60 },
        ],
      },
    ],
    ['what they are anyway', '{ best { ... on Any { ... on Thing { price } } } }', { best: { price: 20 } }],
    ['what none of them is', '{ best { ... on Any { ... on Stone { weight } } } }', { best: {} }],
    [
      'and what stands below another type',
      '{ book { better { ... on Lamp { sign } } } }',
      { book: { better: { sign: 'sign of a lamp' } } },
    ],
    [
      'and types that are told twice',
      '{ best { room { things { __typename better { sign } } } } }',
      {
        best: {
          room: {
            things: ['Book', 'Lamp'].map((__typename) => ({ __typename, better: { sign: 'sign of a lamp' } })),
          },
        },
      },
    ],
  ])('are asked for %s', async (_what, query, data) => {
    await expect(graph.ask(query)).resolves.toEqual({ data, errors: [] })
  })
})

describe('things that are named to an agency as what they all are', () => {
  /** The store knows types too, but not the interface by its key; heat needs watts, and a sign a label. */
  const stored = {
    store: {
      sdl: `${link}
        type Query { stored: [Thing!]! }
        interface Thing { id: ID! }
        type Book implements Thing @key(fields: "id") { id: ID! }
        type Lamp implements Thing @key(fields: "id") { id: ID! watts: Int }`,
      resolvers: { Query: { stored: () => things }, Lamp: { __resolveReference: find, watts: () => 60 } },
    },
    things: {
      sdl: `${link}
        interface Thing @key(fields: "id") { id: ID! label: String }
        type Book implements Thing @key(fields: "id") { id: ID! label: String }
        type Lamp implements Thing @key(fields: "id") {
          id: ID! label: String watts: Int @external heat: String @requires(fields: "watts")
        }`,
      resolvers: {
        Thing: { __resolveReference: (source: Source) => ({ ...source, ...find(source) }) },
        Book: { __resolveReference: find },
        Lamp: { __resolveReference: (source: Source) => ({ ...source, ...find(source) }), heat: heatOf },
      },
    },
    signs: {
      sdl: `${link}
        type Thing @key(fields: "id") @interfaceObject { id: ID! label: String @external sign: String @requires(fields: "label") }`,
      resolvers: { Thing: { __resolveReference: named, sign: ({ label }: Source) => `sign of ${String(label)}` } },
    },
  }

  it('are told apart in each of several calls', async () => {
    const { ask, engine } = await openMemoryEngine(stored)
    await expect(ask('{ stored { sign ... on Lamp { heat } } }')).resolves.toEqual({
      data: { stored: [{ sign: 'sign of a book' }, { sign: 'sign of a lamp', heat: 'heat of 60' }] },
      errors: [],
    })
    await engine.stop()
  })
})

describe('a thing of which nobody says what it is', () => {
  afterEach(() => graph.tampers.clear())

  async function told(query: string): Promise<unknown> {
    const { data, errors } = await graph.ask(query)
    return [data, errors.map(({ path, extensions }) => [path, extensions?.['code'], extensions?.['agency']])]
  }
  const typeOf = (index: number): unknown => [['priced', index, '__typename'], 'AGENCY_UNAVAILABLE', 'things']

  it('has an error where the agency that knows does not answer', async () => {
    graph.tampers.set('things', () => ({ data: { _entities: [] }, errors: [] }))
    expect(await told('{ priced { __typename } }')).toEqual([{ priced: null }, [typeOf(0), typeOf(1)]])
    expect(await told('{ priced { price __typename ... on Book { pages } } }')).toEqual([
      { priced: null },
      [typeOf(0), typeOf(1)],
    ])
    expect(await told('{ priced { price ... on Book { pages } } }')).toEqual([
      { priced: [{ price: 10 }, { price: 20 }] },
      [typeOf(0), typeOf(1)],
    ])
  })

  it('has one where that agency answers something else of it', async () => {
    graph.tampers.set('things', () => ({
      data: { _entities: [{ __typename: 'Stone' }, { __typename: 'Lamp' }] },
      errors: [],
    }))
    expect(await told('{ priced { __typename } }')).toEqual([{ priced: null }, [typeOf(0)]])
  })

  it('has one where that agency does not know it', async () => {
    graph.tampers.set('things', () => ({ data: { _entities: [null] }, errors: [] }))
    expect(await told('{ best { __typename } }')).toEqual([
      { best: null },
      [[['best', '__typename'], 'AGENCY_ERROR', undefined]],
    ])
    expect(await told('{ best { price } }')).toEqual([{ best: { price: 20 } }, []])
  })
})

function heatOf({ watts }: Source): string {
  return `heat of ${String(watts)}`
}
