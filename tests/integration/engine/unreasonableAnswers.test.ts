import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import type { AgencyAnswerError } from '../../../gateway/agency/AgencyAnswer.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`

const agencies = {
  things: {
    sdl: `${link}
      scalar Any
      type Query { word: String any: Any float: Float floats: [Float!] thing: Thing things: [Thing] }
      type Thing @key(fields: "id") { id: ID! name: String }`,
    resolvers: {
      Query: { word: () => 'w', thing: () => ({ id: '1', name: 'n' }), things: () => [{ id: '1', name: 'n' }] },
    },
  },
  sizes: {
    sdl: `${link} type Thing @key(fields: "id") { id: ID! size: Int weight: Int! }`,
    resolvers: { Thing: { __resolveReference: (thing: object) => thing, size: () => 1, weight: () => 2 } },
  },
}

/** As many as fit into an answer of eight MiB. */
const many = 100_000

function errors(count: number, path?: AgencyAnswerError['path']): readonly AgencyAnswerError[] {
  return Array.from({ length: count }, () => (path === undefined ? {} : { path }))
}

describe('an agency that answers without measure', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine(agencies)
  })
  afterEach(() => engine.tampers.clear())
  afterAll(() => engine.engine.stop())

  const told = async (query: string) => {
    const { data, errors: given } = await engine.ask(query)
    return [data, given.map(({ path, extensions }) => [path, extensions?.['code']])]
  }

  it('has one error told for each place, and for all of which it says no place', async () => {
    engine.tampers.set('sizes', () => ({
      data: { _entities: [{ size: null }] },
      errors: errors(many, ['_entities', 0, 'size']),
    }))
    expect(await told('{ thing { size } }')).toEqual([{ thing: { size: null } }, [[['thing', 'size'], 'AGENCY_ERROR']]])
    engine.tampers.set('sizes', ({ data }) => ({ data, errors: errors(many + 50_000) }))
    expect(await told('{ thing { size } }')).toEqual([{ thing: { size: 1 } }, [[undefined, 'AGENCY_ERROR']]])
  })

  it('has an error told for each null that may not be, whatever else is missing', async () => {
    engine.tampers.set('things', ({ data }) => ({ data, errors: errors(1, ['word']) }))
    engine.tampers.set('sizes', () => ({ data: { _entities: [null] }, errors: [] }))
    expect(await told('{ word thing { weight } }')).toEqual([
      { word: 'w', thing: null },
      [
        [['word'], 'AGENCY_ERROR'],
        [['thing', 'weight'], 'AGENCY_ERROR'],
      ],
    ])
  })

  it('has as many errors told as the largest list of applicants may have, and all of its data', async () => {
    engine.tampers.set('things', () => ({
      data: { things: Array.from({ length: many }, () => ({ __typename: 'Thing', name: null })) },
      errors: Array.from({ length: many }, (_error, index) => ({ path: ['things', index, 'name'] })),
    }))
    const { data, errors: given } = await engine.ask('{ things { name } }')
    expect(data?.['things']).toHaveLength(many)
    expect(given).toHaveLength(50_000)
    expect(given[49_999]).toMatchObject({ path: ['things', 49_999, 'name'] })
  })

  it('may name one entity in many places of which another says nothing', async () => {
    engine.tampers.set('things', () => ({
      data: { things: Array.from({ length: many + 50_000 }, () => ({ __typename: 'Thing', id: '1' })) },
      errors: [],
    }))
    engine.tampers.set('sizes', () => ({ data: null, errors: errors(1) }))
    const { data, errors: given } = await engine.ask('{ things { size } }')
    expect(data?.['things']).toHaveLength(many + 50_000)
    expect(given).toHaveLength(50_000)
  })

  it('loses a value that is deeper than anything is gone through, and nothing else', async () => {
    let deep: unknown = 'bottom'
    for (let level = 0; level < 100; level += 1) deep = [deep]
    engine.tampers.set('things', () => ({ data: { word: 'w', any: deep }, errors: [] }))
    expect(await told('{ word any }')).toEqual([{ word: 'w', any: deep }, []])
    for (let level = 0; level < 10_000; level += 1) deep = { deep }
    expect(await told('{ word any }')).toEqual([{ word: 'w', any: null }, [[['any'], 'AGENCY_ERROR']]])
  })

  it('has no number beyond those of a Float', async () => {
    engine.tampers.set('things', () => ({ data: { word: 'w', float: Infinity }, errors: [] }))
    expect(await told('{ word float }')).toEqual([{ word: 'w', float: null }, [[['float'], 'AGENCY_ERROR']]])
    engine.tampers.set('things', () => ({ data: { floats: [1.5, Infinity] }, errors: [] }))
    expect(await told('{ floats }')).toEqual([{ floats: null }, [[['floats', 1], 'AGENCY_ERROR']]])
  })
})
