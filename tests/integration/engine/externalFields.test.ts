import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MemoryAgency } from '../../support/createMemoryDispatch.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)`

type Source = Readonly<Record<string, unknown>>

const reference = { __resolveReference: (source: Source) => source }
const idOf = (one: unknown): string => String((one as Source)['id'])

/** Three agencies that need something of each other: where the next one is, how far it is, and what is told of both. */
const travels: Readonly<Record<string, MemoryAgency>> = {
  stories: {
    sdl: `${link}
      type Query { place: Place }
      type Place @key(fields: "id") {
        id: ID! next: Place @external distance: Int @external
        story: String @requires(fields: "next { id }")
        warning: String @requires(fields: "distance")
      }`,
    resolvers: {
      Query: { place: () => ({ id: '1' }) },
      Place: {
        ...reference,
        // What it has of others it takes for true, and says so to whoever asks.
        next: ({ next }: Source) => next ?? { id: 'unknown' },
        story: ({ next }: Source) => `on to ${idOf(next)}`,
        warning: ({ distance }: Source) => `${String(distance)} to go`,
      },
    },
  },
  roads: {
    sdl: `${link}
      type Place @key(fields: "id") {
        id: ID! next: Place distance: Int @external
        toll: String @requires(fields: "distance")
      }`,
    resolvers: {
      Place: {
        ...reference,
        next: ({ id }: Source) => ({ id: `${String(id)}.` }),
        toll: ({ distance }: Source) => `toll for ${String(distance)}`,
      },
    },
  },
  maps: {
    sdl: `${link}
      type Place @key(fields: "id") {
        id: ID! next: Place @external
        distance: Int @requires(fields: "next { id }")
      }`,
    resolvers: { Place: { ...reference, distance: ({ next }: Source) => idOf(next).length } },
  },
}

describe('what an agency has as external', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(travels)
  })
  afterAll(() => engine.engine.stop())

  it.each([
    [
      '{ place { id next { id next { id distance warning } distance story warning } toll } }',
      {
        place: {
          id: '1',
          next: {
            id: '1.',
            next: { id: '1..', distance: 4, warning: '4 to go' },
            distance: 3,
            story: 'on to 1..',
            warning: '3 to go',
          },
          toll: 'toll for 2',
        },
      },
      9,
    ],
    [
      '{ place { ...Far toll } } fragment Far on Place { next { far: warning next { warning } } }',
      { place: { next: { far: '3 to go', next: { warning: '4 to go' } }, toll: 'toll for 2' } },
      8,
    ],
    [
      '{ place { toll story warning distance } }',
      { place: { toll: 'toll for 2', story: 'on to 1.', warning: '2 to go', distance: 2 } },
      6,
    ],
  ])('others are asked for, in one plan: %s', async (query, expected, calls) => {
    engine.calls.length = 0
    const { data, errors } = await engine.ask(query)
    expect([data, errors]).toEqual([expected, []])
    expect(engine.calls[0]).toMatchObject({ agency: 'stories', query: '{place{__typename id}}' })
    // In pieces, somebody would be asked once more.
    expect(engine.calls).toHaveLength(calls)
  })
})

it('is asked of an agency where that provides it', async () => {
  const { engine, ask, calls } = await openMemoryEngine({
    ...travels,
    maps: {
      sdl: `${link}
        type Query { start: Place @provides(fields: "next { id }") }
        type Place @key(fields: "id") { id: ID! next: Place @external distance: Int }`,
      resolvers: { Query: { start: () => ({ id: '1', next: { id: 'near' } }) }, Place: reference },
    },
    roads: {
      sdl: `${link} type Place @key(fields: "id") { id: ID! next: Place @shareable }`,
      resolvers: { Place: reference },
    },
  })
  const { data } = await ask('{ start { next { id } } }')
  expect([data, calls.map(({ agency }) => agency)]).toEqual([{ start: { next: { id: 'near' } } }, ['maps']])
  await engine.stop()
})

it('is known from others in time where an agency requires all of what it provides a part of', async () => {
  const { engine, ask, calls } = await openMemoryEngine({
    maps: {
      sdl: `${link}
        type Query { start: Place @provides(fields: "size { length }") }
        type Place @key(fields: "id") {
          id: ID! size: Size @external area: Int @requires(fields: "size { length width }")
        }
        type Size { length: Int @external width: Int @external }`,
      resolvers: {
        Query: { start: () => ({ id: '1', size: { length: 2 } }) },
        Place: {
          ...reference,
          area: ({ size }: { readonly size: Readonly<Record<string, number>> }) =>
            (size['length'] ?? 0) * (size['width'] ?? 0),
        },
      },
    },
    roads: {
      sdl: `${link}
        type Place @key(fields: "id") { id: ID! size: Size @shareable } type Size @shareable { length: Int width: Int }`,
      resolvers: { Place: { ...reference, size: () => ({ length: 2, width: 3 }) } },
    },
  })
  await expect(ask('{ start { area } }')).resolves.toEqual({ data: { start: { area: 6 } }, errors: [] })
  expect(calls.map(({ agency }) => agency)).toEqual(['maps', 'roads', 'maps'])
  // The planner takes the rest for provided as well, and has no other plan for it.
  await expect(ask('{ start { size { width } } }')).rejects.toMatchObject({
    extensions: { code: 'OPERATION_UNPLANNABLE' },
  })
  await engine.stop()
})
