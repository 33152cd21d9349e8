import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { Gap } from '../../../../../gateway/disclose/Gap.ts'
import type { Place } from '../../../../../gateway/disclose/Place.ts'
import type { Seed } from '../../../../../gateway/execute/PlanNode.ts'
import type { Run } from '../../../../../gateway/execute/steps/Step.ts'
import { compileEntityFetch } from '../../../../../gateway/execute/steps/compileEntityFetch.ts'
import { compileLookup } from '../../../../../gateway/execute/steps/compileLookup.ts'
import { compileOptions } from '../../../../support/compileOptions.ts'
import { createFakeSources } from '../../../../support/createFakeSources.ts'
import type { Asked, FakeAnswer } from '../../../../support/createFakeSources.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'
import { startRun } from '../../../../support/startRun.ts'

const schema = buildSchema(`
  type Query { person(id: ID!): Person house(street: String!, number: Int!): House }
  type Person { id: ID! name: String born: Int home: House count: Int need: Int! }
  type House { street: String! number: Int! color: String }
`)

type Data = Record<string, unknown>

function seedOf(at: string, selection: string, variable = 'id'): Seed {
  const query = `query($${variable}:ID!){${at === 'person' ? '' : `${at}:`}person(id:$${variable}){${selection}}}`
  return {
    at,
    type: 'Person',
    key: [{ field: 'id', variable }],
    owner: makeFetch(query, { variables: [variable] }),
    others: [],
  }
}

function missing(place: Place, code: Gap['code'] = 'AGENCY_UNAVAILABLE'): Gap {
  return { code, details: { agency: 'registry' }, place }
}

interface Looking {
  readonly seeds?: readonly Seed[]
  readonly registry: FakeAnswer
  readonly papers?: FakeAnswer
  readonly variables?: Data
  readonly defaults?: Data
  readonly keyedBy?: string
}

interface Looked extends Run {
  readonly asked: readonly Asked[]
}

/** Looks up, with one other agency that is asked for each entity. */
async function lookUp({ seeds = [seedOf('person', 'id name born')], papers, ...more }: Looking): Promise<Looked> {
  const { variables = { id: '1' }, defaults = {}, keyedBy = 'id', registry } = more
  const { sourceOf, asked } = createFakeSources({ registry, ...(papers && { papers }) })
  const options = { ...compileOptions(schema, sourceOf), defaults }
  const sown = seeds.map((seed) => {
    const fetch = makeFetch('', {
      agency: 'papers',
      path: [seed.at],
      requires: requires(['Person', '__typename', keyedBy]),
    })
    return { ...seed, steps: papers === undefined ? [] : [compileEntityFetch(fetch, options)] }
  })
  const run = startRun({}, variables)
  await compileLookup(sown, options)(run)
  return { ...run, asked }
}

const counts: FakeAnswer = () => ({ data: { _entities: [{ count: 2 }] } })
const countMissing: FakeAnswer = () => ({
  data: { _entities: [{ count: null }] },
  gaps: [missing(['_entities', 0, 'count'])],
})

describe('a lookup', () => {
  it('asks all at once, each in its own way, and puts their answers together', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    const { data, gaps, asked } = await lookUp({
      registry: async () => {
        await answered
        return { data: { person: { id: '1', name: 'Ani', born: 1990 } } }
      },
      papers: (question) => {
        answer()
        return counts(question)
      },
    })
    expect(data).toEqual({ person: { __typename: 'Person', id: '1', name: 'Ani', born: 1990, count: 2 } })
    expect(gaps).toEqual([])
    expect(asked).toMatchObject([
      { agency: 'registry', variables: { id: '1' }, representations: [] },
      { agency: 'papers', variables: {}, representations: [{ __typename: 'Person', id: '1' }] },
    ])
  })

  it('takes the key from defaults where the client gives none', async () => {
    const { asked } = await lookUp({
      registry: () => ({ data: { person: { id: '7' } } }),
      papers: counts,
      variables: {},
      defaults: { id: '7', other: 1 },
    })
    expect(asked).toMatchObject([{ variables: { id: '7' } }, { representations: [{ id: '7' }] }])
    expect(asked[0]?.variables).toEqual({ id: '7' })
  })

  it.each([{}, { id: null }])('asks nobody else for an entity whose key is not said: %j', async (variables) => {
    const { asked } = await lookUp({ registry: () => ({ data: { person: null } }), papers: counts, variables })
    expect(JSON.stringify(asked)).not.toMatch(/"undefined"|"null"/)
  })

  it.each(['id', 'name'])('names an entity as its owner would where a number is given for its %s', async (field) => {
    const { asked } = await lookUp({
      seeds: [{ ...seedOf('person', 'id name born'), key: [{ field, variable: 'id' }] }],
      keyedBy: field,
      registry: () => ({ data: { person: { [field]: '7' } } }),
      papers: counts,
      variables: { id: 7 },
    })
    expect(asked[1]?.representations).toEqual([{ __typename: 'Person', [field]: '7' }])
  })

  it('tells the owner’s agency how such questions are joined', async () => {
    const { asked } = await lookUp({ registry: () => ({ data: { person: null } }) })
    expect(asked[0]?.text).toMatchObject({ lookup: { at: 'person', key: ['id'] } })
  })

  it('takes the owner’s word for the key, and asks the others by it: what they said of another is not shown as of this one', async () => {
    const { data, gaps, asked } = await lookUp({
      // After the others have said what is missing.
      registry: () => nextTurn({ data: { person: { id: '01', name: null, born: null } } }),
      papers: (one) => (one.representations[0]?.['id'] === '1' ? countMissing(one) : counts(one)),
    })
    expect([data, gaps]).toMatchObject([{ person: { id: '01', count: 2 } }, []])
    expect(asked.flatMap(({ representations }) => representations)).toEqual([
      { __typename: 'Person', id: '1' },
      { __typename: 'Person', id: '01' },
    ])
  })

  it.each([1, null])('does not take %j for another key', async (id) => {
    const { asked } = await lookUp({
      registry: () => ({ data: { person: { id, name: 'Maria', born: 1990 } } }),
      papers: counts,
    })
    expect(asked).toHaveLength(2)
  })

  it('of a key of several parts knows them all', async () => {
    const query = 'query($n:Int!$s:String!){house(street:$s,number:$n){color}}'
    const seed: Seed = {
      at: 'house',
      type: 'House',
      key: [
        { field: 'street', variable: 's' },
        { field: 'number', variable: 'n' },
      ],
      owner: makeFetch(query, { variables: ['n', 's'] }),
      others: [],
    }
    const { data } = await lookUp({
      seeds: [seed],
      registry: () => ({ data: { house: { color: 'blue' } } }),
      variables: { s: 'a', n: 3 },
    })
    expect(data).toEqual({ house: { __typename: 'House', street: 'a', number: 3, color: 'blue' } })
  })
})

describe('a lookup by an argument that is null', () => {
  it('asks the others by what the owner calls the entity, once it has said so', async () => {
    for (const variables of [{ id: null }, {}]) {
      const { data, asked } = await lookUp({
        variables,
        registry: () => ({ data: { person: { __typename: 'Person', id: '7', name: 'Maria', born: 1990 } } }),
        papers: counts,
      })
      expect(data).toEqual({ person: { __typename: 'Person', id: '7', name: 'Maria', born: 1990, count: 2 } })
      expect(asked.map(({ agency, representations }) => [agency, representations])).toEqual([
        ['registry', []],
        ['papers', [{ __typename: 'Person', id: '7' }]],
      ])
    }
  })
})

describe('an owner that says that there is none', () => {
  const none: FakeAnswer = () => ({ data: { person: null } })

  it('is believed, whatever others said', async () => {
    await expect(lookUp({ registry: none, papers: counts })).resolves.toMatchObject({
      data: { person: null },
      gaps: [],
    })
  })

  it.each(['before', 'after'])('leaves nothing missing of what others did not answer %s it', async (when) => {
    const { promise: turn, resolve: next } = Promise.withResolvers<void>()
    const waiting = (answer: FakeAnswer, isFirst: boolean): FakeAnswer => {
      return async (question) => {
        if (isFirst) queueMicrotask(() => setImmediate(next))
        else await turn
        return answer(question)
      }
    }
    const { data, gaps } = await lookUp({
      registry: waiting(none, when === 'after'),
      papers: waiting(countMissing, when === 'before'),
    })
    expect(data).toEqual({ person: null })
    expect(gaps).toEqual([])
  })

  it('says so of one entity and not of another', async () => {
    const { data, gaps } = await lookUp({
      seeds: [seedOf('a', 'id name', 'x'), seedOf('b', 'id name', 'y')],
      registry: ({ text: { query } }) => ({
        data: query.includes('{a:') ? { a: null } : { b: { id: '2', name: 'Budi' } },
      }),
      papers: countMissing,
      variables: { x: '1', y: '2' },
    })
    expect(data).toEqual({ a: null, b: { __typename: 'Person', id: '2', name: 'Budi', count: null } })
    expect(gaps).toEqual([missing(['b', 'count'])])
  })
})

describe('an owner that does not answer', () => {
  const silent: FakeAnswer = () => ({ data: { person: null }, gaps: [missing(['person'])] })

  it('takes only its own fields with it, and each of them is missing', async () => {
    const { data, gaps } = await lookUp({ registry: silent, papers: counts })
    expect({ ...(data['person'] as Data) }).toEqual({ __typename: 'Person', id: '1', name: null, born: null, count: 2 })
    expect(gaps).toEqual([missing(['person', 'name']), missing(['person', 'born'])])
  })

  it('misses what was asked of it, under its aliases, but for the key', async () => {
    const seeds = [seedOf('person', '__typename key:id own_born:name home{color} born')]
    const { data, gaps } = await lookUp({ seeds, registry: silent })
    expect(gaps.map(({ place }) => place?.join('.'))).toEqual(['person.own_born', 'person.home', 'person.born'])
    expect(data).toMatchObject({ person: { id: '1', key: '1', own_born: null, home: null, born: null } })
  })

  it('misses at least its word that there is such an entity', async () => {
    const { data, gaps } = await lookUp({
      seeds: [seedOf('person', '__typename id')],
      registry: silent,
      papers: counts,
    })
    expect(data).toMatchObject({ person: { id: '1', count: 2 } })
    expect(gaps).toEqual([missing(['person'])])
  })

  it('gives every reason that it has for everything', async () => {
    const { gaps } = await lookUp({
      seeds: [seedOf('person', 'name')],
      registry: () => ({
        data: { person: null },
        gaps: [missing(['person'], 'BAD_USER_INPUT'), missing(['person'], 'NIK_MALFORMED')],
      }),
    })
    expect(gaps).toEqual([missing(['person', 'name'], 'BAD_USER_INPUT'), missing(['person', 'name'], 'NIK_MALFORMED')])
  })
})

describe('an owner that answers with an error', () => {
  it('inside of the entity, misses only what the error is about', async () => {
    const { data, gaps } = await lookUp({
      registry: () => ({
        data: { person: { id: '1', name: null, born: 1990 } },
        gaps: [missing(['person', 'name'], 'AGENCY_ERROR')],
      }),
      papers: counts,
    })
    expect(data).toMatchObject({ person: { name: null, born: 1990, count: 2 } })
    expect(gaps).toEqual([missing(['person', 'name'], 'AGENCY_ERROR')])
  })

  it.each<[string, Gap]>([
    ['about a field that cannot be null', missing(['person', 'need'], 'AGENCY_ERROR')],
    ['about something deep inside', missing(['person', 'home', 'color'], 'AGENCY_ERROR')],
    ['without a place', { code: 'AGENCY_ERROR', details: { agency: 'registry' } }],
  ])('%s, that took the entity away, does not say that there is none', async (_what, gap) => {
    const { gaps } = await lookUp({
      seeds: [seedOf('person', 'id name need home{color}')],
      registry: () => ({ data: { person: null }, gaps: [gap] }),
      papers: counts,
    })
    expect(gaps.map(({ code }) => code)).toContain('AGENCY_ERROR')
  })
})
