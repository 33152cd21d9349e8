import { describe, expect, it } from '@jest/globals'
import type { AgencyAnswer } from '../../../gateway/agency/AgencyAnswer.ts'
import type { MemoryAgency } from '../../support/createMemoryDispatch.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"]
)`

type Source = Readonly<Record<string, unknown>>

const find = ({ id }: Source): Source => ({ __typename: 'Book', id, label: 'a book' })

describe('a thing that is named by its interface to an agency that knows its type', () => {
  const shelves: Readonly<Record<string, MemoryAgency>> = {
    things: {
      sdl: `${link}
        interface Thing @key(fields: "id") { id: ID! label: String }
        type Book implements Thing @key(fields: "id") { id: ID! label: String pages: Int }
        type Lamp implements Thing @key(fields: "id") { id: ID! label: String watts: Int }`,
      resolvers: {
        Thing: { __resolveReference: find },
        Book: { __resolveReference: find, pages: () => 100 },
        Lamp: { __resolveReference: find, watts: () => 60 },
      },
    },
    shelves: {
      sdl: `${link}
        type Query { top: Thing }
        interface Thing @key(fields: "id") { id: ID! }
        type Book implements Thing @key(fields: "id") {
          id: ID! pages: Int @external width: String @requires(fields: "pages")
        }
        type Lamp implements Thing @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { top: () => ({ __typename: 'Book', id: '1' }) },
        Thing: { __resolveReference: find },
        Book: {
          __resolveReference: (source: Source) => source,
          width: ({ pages }: Source) => `width of ${String(pages)}`,
        },
      },
    },
  }

  it('misses what was asked of its own type as well, where that agency does not answer', async () => {
    const { ask, engine, tampers } = await openMemoryEngine(shelves)
    const query = '{ top { label ... on Book { pages width } ... on Lamp { watts } } }'
    expect((await ask(query)).data).toEqual({ top: { label: 'a book', pages: 100, width: 'width of 100' } })
    for (const answer of [
      { data: null, errors: [{}] },
      { data: { _entities: [null] }, errors: [{ path: ['_entities', 0] }] },
    ]) {
      tampers.set('things', () => answer)
      const { data, errors } = await ask(query)
      expect(data).toEqual({ top: { label: null, pages: null, width: 'width of null' } })
      expect(errors.map(({ path }) => path)).toEqual([
        ['top', 'label'],
        ['top', 'pages'],
      ])
    }
    const { data, errors } = await ask('{ top { ... on Book { pages } } }')
    expect([data, errors.map(({ path }) => path)]).toEqual([{ top: { pages: null } }, [['top', 'pages']]])
    expect(await ask('{ top { id ... on Lamp { label watts } } }')).toEqual({ data: { top: { id: '1' } }, errors: [] })
    await engine.stop()
  })
})

describe('a thing of which the agency that leads to it does not know the type', () => {
  const known = (ofBooks: string, ofAll = ''): MemoryAgency => ({
    sdl: `${link}
      interface Thing @key(fields: "id") { id: ID! ${ofAll} }
      type Book implements Thing @key(fields: "id") { id: ID! ${ofAll} ${ofBooks} }
      type Lamp implements Thing @key(fields: "id") { id: ID! ${ofAll} }`,
    resolvers: { Thing: { __resolveReference: find }, Book: { __resolveReference: find, pages: () => 100 } },
  })
  const agencies: Readonly<Record<string, MemoryAgency>> = {
    shelves: {
      sdl: `${link.replace('"@key"', '"@key", "@interfaceObject"')}
        type Query { top: Thing }
        type Thing @interfaceObject @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { top: () => ({ id: '1' }) } },
    },
    labels: known('label: String'),
    things: known('pages: Int', 'size: Int'),
  }
  const silence = (): AgencyAnswer => ({ data: null, errors: [{}] })

  it('misses what was asked of the type that another agency tells meanwhile', async () => {
    const { ask, engine, tampers, calls } = await openMemoryEngine(agencies)
    const query = '{ top { ... on Book { pages label } } }'
    expect((await ask(query)).data).toEqual({ top: { pages: 100, label: 'a book' } })
    tampers.set('things', silence)
    calls.length = 0
    const { data, errors } = await ask(query)
    const paths = errors.map(({ path }) => path)
    expect([data, paths]).toEqual([{ top: { pages: null, label: 'a book' } }, [['top', 'pages']]])
    expect(calls.map(({ agency }) => agency)).toEqual(['shelves', 'things', 'labels'])
    await engine.stop()
  })

  it('misses its type where nobody tells that, beside what was asked of any type', async () => {
    const { ask, engine, tampers } = await openMemoryEngine(agencies)
    tampers.set('things', silence)
    const { data, errors } = await ask('{ top { size ... on Book { pages } } }')
    const paths = errors.map(({ path }) => path)
    expect([data, paths]).toEqual([
      { top: { size: null } },
      [
        ['top', 'size'],
        ['top', '__typename'],
      ],
    ])
    // Where nothing is asked of one type alone, its type is no loss.
    const { errors: others } = await ask('{ top { size } }')
    expect(others.map(({ path }) => path)).toEqual([['top', 'size']])
    await engine.stop()
  })
})
