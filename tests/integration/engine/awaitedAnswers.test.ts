import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { AgencyFailure } from '../../../gateway/agency/AgencyFailure.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@external", "@requires"]
)`

type Source = Readonly<Record<string, unknown>>

const reference = { __resolveReference: (source: Source) => source }
const things = [{ __typename: 'Book' }, { __typename: 'Lamp' }].map((one, index) => ({ ...one, id: String(index + 1) }))
const weighed = (source: Source) => ({ ...source, weight: 3 })

/** The scales know things by their interface alone, and so does the post, which asks what they weigh, and is asked for the stamp. */
const agencies = {
  shop: {
    sdl: `${link}
      type Query { things: [Thing] @shareable }
      interface Thing @key(fields: "id") { id: ID! name: String }
      type Book implements Thing @key(fields: "id") { id: ID! name: String pages: Int }
      type Lamp implements Thing @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { things: () => things.map((one) => ({ ...one, name: 'a name', pages: 7 })) },
      Thing: reference,
      Book: reference,
      Lamp: reference,
    },
  },
  scales: {
    sdl: `${link}
      type Query { things: [Thing] @shareable }
      type Thing @interfaceObject @key(fields: "id") {
        id: ID! weight: Int postage: Int @external stamp: String @requires(fields: "postage")
      }`,
    resolvers: {
      Query: { things: () => things.map(({ id }) => weighed({ id })) },
      Thing: { __resolveReference: weighed, stamp: ({ postage }: Source) => `for ${String(postage)}` },
    },
  },
  post: {
    sdl: `${link}
      type Thing @interfaceObject @key(fields: "id") {
        id: ID! weight: Int @external postage: Int @requires(fields: "weight")
      }`,
    resolvers: { Thing: { ...reference, postage: ({ weight }: Source) => 2 * Number(weight) } },
  },
}

describe('what nobody is asked for, because an agency did not say what has to be known before', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(agencies)
  })
  beforeEach(() => engine.tampers.clear())
  afterAll(() => engine.engine.stop())

  async function placesOf(query: string) {
    const { data, errors } = await engine.ask(query)
    return { data, places: errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['agency']]) }
  }

  it.each(['first', 'last'])(
    'is told where it is missing of things that others name: the silent one is %s',
    async (order) => {
      for (const name of ['shop', 'scales'])
        engine.tampers.set(name, async (answer) => {
          if ((name === 'scales') === (order === 'last')) await pause(20)
          if (name === 'scales') throw new AgencyFailure('scales', 'TIMEOUT')
          return answer
        })
      const { data, places } = await placesOf('{ things { postage name ... on Book { pages } } }')
      expect(data).toEqual({
        things: [
          { postage: null, name: 'a name', pages: 7 },
          { postage: null, name: 'a name' },
        ],
      })
      expect(places).toContainEqual(['things.0.postage', 'scales'])
      expect(places).toContainEqual(['things.1.postage', 'scales'])
    },
  )

  it('is told where it was to be asked of the same agency, whose first answer is none', async () => {
    let count = 0
    engine.tampers.set('scales', (answer) => {
      count += 1
      return count === 1 ? { ...answer, data: { things: 'nonsense' } } : answer
    })
    const { data, places } = await placesOf('{ things { stamp name ... on Book { pages } } }')
    expect(data).toMatchObject({ things: [{ stamp: null, name: 'a name' }, { stamp: null }] })
    expect(places).toContainEqual(['things.0.stamp', 'scales'])
    expect(places).toContainEqual(['things.1.stamp', 'scales'])
  })

  it('is told of the type that a thing has, where that is what nobody says', async () => {
    engine.tampers.set('shop', () => {
      throw new AgencyFailure('shop', 'TIMEOUT')
    })
    const { data, places } = await placesOf('{ things { weight name ... on Book { pages } } }')
    expect(data).toEqual({ things: things.map(() => ({ weight: 3, name: null })) })
    expect(places).toContainEqual(['things.0.__typename', 'shop'])
  })
})
