import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { AgencyAnswer } from '../../../../../gateway/agency/AgencyAnswer.ts'
import type { CacheAnswer, EntityCache } from '../../../../../gateway/cache/EntityCache.ts'
import { createKeyring } from '../../../../../gateway/cache/names/createKeyring.ts'
import { withSeals } from '../../../../../gateway/cache/stores/withSeals.ts'
import { lengthToNull } from '../../../../../gateway/disclose/lengthToNull.ts'
import { askThroughCache } from '../../../../../gateway/execute/ask/askThroughCache.ts'
import { createErrorReader } from '../../../../../gateway/execute/ask/createErrorReader.ts'
import { createIdentifier } from '../../../../../gateway/execute/question/createIdentifier.ts'
import { createQuestioner } from '../../../../../gateway/execute/question/createQuestioner.ts'
import { createUnpacker } from '../../../../../gateway/execute/question/createUnpacker.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import type { Party } from '../../../../../gateway/fetch/Party.ts'
import { readRepresentations } from '../../../../../gateway/plan/apollo/readRepresentations.ts'
import { createFakeStore } from '../../../../support/createFakeStore.ts'
import type { FakeStore } from '../../../../support/createFakeStore.ts'
import { openTestGraph } from '../../../../support/openTestGraph.ts'
import type { TestGraph } from '../../../../support/openTestGraph.ts'
import { paperAgencies } from '../../../../support/paperAgencies.ts'
import { tamper } from '../../../../support/tamper.ts'

const policy = { maxAge: 60, staleIfError: 600 }
const keyring = createKeyring('the secret of a test, of 32 characters')

function allow(answer: AgencyAnswer): AgencyAnswer {
  return { ...answer, policy }
}

let store: FakeStore
let graph: TestGraph
beforeEach(async () => {
  store = createFakeStore()
  graph = await openTestGraph(paperAgencies, { store: withSeals(store, keyring) })
  for (const agency of Object.keys(paperAgencies)) graph.tampers.set(agency, allow)
})
afterEach(() => graph.stop())

/** The agencies that were called since the last look. */
function takeCalls(): readonly string[] {
  return graph.calls.splice(0).map(({ agency }) => agency)
}

/** One that hears of no changes. */
const deafCache = {
  invalidate: () => Promise.resolve(),
  invalidateAgency: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

const everything = '{ people { id name papers { number kind } score } }'

describe('a fetch through the cache', () => {
  it('gives what the agencies gave, without asking them', async () => {
    const first = await graph.ask(everything)
    expect(takeCalls()).toEqual(['registry', 'papers', 'scores'])
    expect(await graph.ask(everything)).toMatchObject({ data: first.data, errors: [] })
    expect(takeCalls()).toEqual([])
  })

  it('asks for the entities alone that are not known, and puts all in their places', async () => {
    await graph.ask('{ person(id: "2") { papers { number } } }')
    takeCalls()
    const { data, provenance } = await graph.ask('{ people { papers { number } } }')
    expect(data).toEqual({ people: ['P1', 'P2', 'P3'].map((number) => ({ papers: [{ number }] })) })
    expect(graph.calls.at(-1)?.variables).toEqual({
      representations: ['1', '3'].map((id) => ({ __typename: 'Person', id })),
    })
    expect(provenance[0]).toMatchObject({ source: 'CACHE', entities: { live: 2, cached: 1, stale: 0, unavailable: 0 } })
  })

  it('keeps entities beside one with an error, each error at its place', async () => {
    const errors = [{ path: ['_entities', 1, 'count'] }]
    graph.tampers.set('papers', ({ data }) => ({ data, errors, policy }))
    const answer = await graph.ask('{ people { count } }')
    expect(answer.errors.map(({ path }) => path)).toEqual([['people', 1, 'count']])
    graph.tampers.set('papers', allow)
    takeCalls()
    expect((await graph.ask('{ people { count } }')).errors).toEqual([])
    expect(graph.calls.at(-1)?.variables).toEqual({ representations: [{ __typename: 'Person', id: '2' }] })
  })

  it('keeps nothing of an answer with an error that has no place, and tells it once', async () => {
    graph.tampers.set('papers', ({ data }) => ({ data, errors: [{}], policy }))
    expect((await graph.ask('{ people { count } }')).errors).toHaveLength(1)
    graph.tampers.set('papers', allow)
    takeCalls()
    await graph.ask('{ people { count } }')
    expect(takeCalls()).toEqual(['papers'])
  })

  it('keeps no value that did not fit', async () => {
    graph.tampers.set('papers', ({ data }) => ({
      data: { ...data, _entities: [{ count: 'many' }] },
      errors: [],
      policy,
    }))
    expect(await graph.ask('{ person(id: "1") { count } }')).toMatchObject({
      data: { person: { count: null } },
      errors: [{}],
    })
    graph.tampers.set('papers', allow)
    expect((await graph.ask('{ person(id: "1") { count } }')).data).toEqual({ person: { count: 1 } })
  })

  it('keeps no root field with an error, and asks again', async () => {
    graph.tampers.set('registry', tamper.failing('TIMEOUT'))
    expect((await graph.ask('{ person(id: "1") { name } }')).errors).toHaveLength(1)
    graph.tampers.set('registry', allow)
    expect((await graph.ask('{ person(id: "1") { name } }')).data).toEqual({ person: { name: 'Maria' } })
  })

  it('tells all who asked together of what is missing, and the log names each of them', async () => {
    graph.tampers.set('papers', tamper.failing('CONNECTION'))
    const answers = await Promise.all(['one', 'two'].map((id) => graph.ask('{ person(id: "1") { count } }', {}, id)))
    expect(takeCalls()).toEqual(['registry', 'papers'])
    expect(answers.map(({ data, errors }) => [data, errors.length])).toEqual([
      [{ person: { count: null } }, 1],
      [{ person: { count: null } }, 1],
    ])
    expect(graph.log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { agency: 'papers', correlationId: 'one', joined: ['two'], kind: 'CONNECTION' },
    ])
  })

  it('tells each who asked for the same of an error without a place', async () => {
    graph.tampers.set('papers', ({ data }) => ({ data, errors: [{}], policy }))
    const answers = await Promise.all(['one', 'two'].map((id) => graph.ask('{ people { count } }', {}, id)))
    expect(takeCalls()).toEqual(['registry', 'papers'])
    expect(answers.map(({ errors }) => errors.length)).toEqual([1, 1])
  })

  it('tells each who asked for the same of what is missing, under the keys of each', async () => {
    graph.tampers.set('papers', ({ data }) => {
      const entities = data?.['_entities'] as readonly object[] | undefined
      const [key = ''] = Object.keys(entities?.[0] ?? {})
      return { data: { _entities: [{ [key]: null }] }, errors: [{ path: ['_entities', 0, key] }], policy }
    })
    const query = '{ one: person(id: "1") { a: count } two: person(id: "1") { b: count } }'
    const { data, errors } = await graph.ask(query)
    expect(takeCalls()).toEqual(['registry', 'papers'])
    expect(data).toEqual({ one: { a: null }, two: { b: null } })
    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['one.a', 'two.b'])
  })

  it('never reuses what an agency has no policy for, and does not look for it in vain', async () => {
    graph.tampers.set('papers', (answer) => answer)
    await graph.ask('{ person(id: "1") { count } }')
    await graph.ask('{ person(id: "1") { count } }')
    const reads = store.reads.length
    await graph.ask('{ person(id: "1") { count } }')
    expect(takeCalls()).toEqual(['registry', 'papers', 'papers', 'papers'])
    expect(store.reads).toHaveLength(reads + 1)
  })

  it('reads for fetches side by side at once', async () => {
    await graph.ask('{ person(id: "1") { name count } top { name count } }')
    expect(store.reads.length).toBeLessThanOrEqual(3)
  })
})

describe('a fetch of what nobody looks into, that waited for a call with an error inside of it', () => {
  it('shows no text there, so that the error finds the null that it is about', async () => {
    const { schema, entityKeys } = graph
    const text =
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { papers { number kind } } } }'
    const shape = shapeOfFetch(schema, text)
    const fetch = { shape, variables: {}, parts: [{ __typename: 'Person', id: '1' }] }
    const identify = createIdentifier(entityKeys)
    const asked = createQuestioner({ agency: 'papers', supergraph: schema, entityKeys, identify })(fetch) ?? []
    const { layout } = asked[0] ?? {}
    const data = layout?.pack({ papers: [{ number: 'P1', kind: null }] })
    const reader = createErrorReader(schema, 'papers')
    const gap = { ...reader.broken, place: layout?.packPlace(['papers', 0, 'kind']) ?? [] }
    const given: CacheAnswer[] = [[gap], []].map((gaps) => ({ source: 'LIVE', data, gaps, asOf: 1, why: 'joined' }))
    const context = graph.contextOf('id')
    const [missing, whole] = await Promise.all(
      given.map((answer) =>
        askThroughCache(fetch, {
          cache: { ...deafCache, answer: async () => [answer] },
          party: { requests: [context], deadline: context.deadline, isJoint: false },
          reader,
          asked,
          unpack: createUnpacker({ opaque: new Map([['papers', 'whole']]), at: undefined }),
          ask: () => Promise.reject(new Error('never asked')),
          noteUncached: () => undefined,
        }),
      ),
    )
    expect(missing?.parts).toMatchObject([{ gaps: [{ code: 'AGENCY_ERROR', place: ['papers', 0, 'kind'] }] }])
    expect(lengthToNull(missing?.parts[0]?.data, ['papers', 0, 'kind'])).toBe(3)
    expect(whole?.parts).toMatchObject([{ data: { papers: expect.any(JsonText) }, gaps: [] }])
  })
})

describe('a fetch that waited in vain', () => {
  it.each([
    ['{ top { id } me { name } }', {}, { top: null, me: null }, [['top'], ['me']]],
    [
      'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { name } } }',
      { representations: [{ __typename: 'Person', id: '1' }] },
      { name: null },
      [['name']],
    ],
  ])('has nulls, and errors at their places: %s', async (text, variables, data, places) => {
    const { schema, entityKeys } = graph
    const shape = shapeOfFetch(schema, text)
    const parts = shape.isOfEntities ? readRepresentations(variables) : [{}]
    const fetch = { shape, variables: {}, parts }
    const identify = createIdentifier(entityKeys)
    const asked = createQuestioner({ agency: 'registry', supergraph: schema, entityKeys, identify })(fetch) ?? []
    const context = graph.contextOf('id')
    const cache: EntityCache = {
      ...deafCache,
      answer: async (questions) => questions.map(() => ({ source: 'NONE', why: 'joined' })),
    }
    const reader = createErrorReader(schema, 'registry')
    const ask = (): Promise<never> => Promise.reject(new Error('never asked'))
    const noteUncached = (): void => undefined
    const unpack = (): never => {
      throw new Error('nothing is kept')
    }
    const party: Party = { requests: [context], deadline: context.deadline, isJoint: false }
    const gathered = await askThroughCache(fetch, { cache, party, reader, asked, unpack, ask, noteUncached })
    expect(gathered.parts.map((part) => part.data)).toEqual([data])
    expect(gathered.parts.flatMap(({ gaps }) => gaps).map(({ place, code }) => [code, place])).toEqual(
      places.map((place) => ['AGENCY_UNAVAILABLE', place]),
    )
  })
})

describe('a plan of three fetches on a store', () => {
  it.each<[string, () => Promise<void>]>([
    ['that is dead', () => Promise.reject(new Error('gone'))],
    ['that hangs', () => new Promise(() => undefined)],
    ['that takes 200 ms', () => new Promise((resolve) => setTimeout(resolve, 200))],
  ])('%s is answered in full', async (_how, hinder) => {
    const known = await graph.ask(everything)
    takeCalls()
    store.hinder = hinder
    expect(await graph.ask(everything)).toMatchObject({ data: known.data, errors: [] })
    expect(takeCalls()).toEqual(['registry', 'papers', 'scores'])
  })
})
