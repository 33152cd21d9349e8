import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { placeErrors } from '../../../../../gateway/disclose/placeErrors.ts'
import { createAgencyDataSource } from '../../../../../gateway/plan/apollo/createAgencyDataSource.ts'
import { openTestGraph } from '../../../../support/openTestGraph.ts'
import type { TestAnswer, TestGraph } from '../../../../support/openTestGraph.ts'
import { paperAgencies } from '../../../../support/paperAgencies.ts'
import { tamper } from '../../../../support/tamper.ts'

let graph: TestGraph
beforeAll(async () => {
  graph = await openTestGraph(paperAgencies)
})
afterAll(() => graph.stop())
beforeEach(() => {
  graph.tampers.clear()
  graph.calls.length = 0
  graph.log.length = 0
})

/** Errors as paths with codes. */
function gapsOf({ errors }: TestAnswer): readonly string[] {
  return errors.map(({ path, extensions }) => `${path?.join('.') ?? 'nowhere'} ${String(extensions?.['code'])}`)
}

describe('agencies that answer', () => {
  test('are merged, and each counts what it gave', async () => {
    const answer = await graph.ask('query($id: ID!) { person(id: $id) { name papers { number kind } score } }', {
      id: '1',
    })
    expect(answer).toMatchObject({
      data: {
        person: { name: 'Maria', papers: [{ number: 'P1', kind: 'PASSPORT' }], score: '["Maria",[{"number":"P1"}]]' },
      },
      errors: [],
    })
    const live = { live: 1, cached: 0, stale: 0, unavailable: 0 }
    const asOf = new Date(1_750_000_000_000).toISOString()
    expect(answer.provenance).toEqual([
      { agency: 'papers', source: 'LIVE', asOf, entities: live },
      { agency: 'registry', source: 'LIVE', asOf, entities: live },
      { agency: 'scores', source: 'LIVE', asOf, entities: live },
    ])
    expect(graph.log).toEqual([])
  })

  test('are told who asks, until when and for what', async () => {
    await graph.ask('query Who { people { name } }')
    expect(graph.calls).toEqual([
      expect.objectContaining({
        agency: 'registry',
        url: 'http://registry.test/graphql',
        query: '{people{name}}',
        kind: 'query',
        asker: { subject: 'nobody', purpose: 'none', scopes: [] },
      }),
    ])
  })

  test('may not know an entity', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities(([, ...rest]) => [null, ...rest]),
    )
    const answer = await graph.ask('{ people { id papers { number } } }')
    expect(answer).toMatchObject({
      data: { people: [{ papers: null }, { papers: [{}] }, { papers: [{}] }] },
      errors: [],
    })
  })

  test('answer for nothing that they were not asked for', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities((entities) => entities.map((one) => ({ ...one, name: 'Another' }))),
    )
    const { data } = await graph.ask('{ person(id: "1") { name count } }')
    expect(data).toEqual({ person: { name: 'Maria', count: 1 } })
  })

  test('answer mutations', async () => {
    const { data } = await graph.ask('mutation { rename(id: "1", name: "Ana") { name count } }')
    expect(data).toEqual({ rename: { name: 'Ana', count: 1 } })
    expect(graph.calls.map(({ kind }) => kind)).toEqual(['mutation', 'query'])
  })
})

describe('an agency that gives no answer', () => {
  test.each(['CONNECTION', 'TIMEOUT', 'STATUS', 'MALFORMED', 'BREAKER_OPEN', 'OVERLOADED', 'CANCELLED'] as const)(
    'by %s hides nobody, and is named at each gap',
    async (kind) => {
      graph.tampers.set('papers', tamper.failing(kind))
      const answer = await graph.ask('{ people { id name papers { number } count } }')
      expect(answer.data).toMatchObject({ people: [{ name: 'Maria', papers: null, count: null }, {}, {}] })
      expect(gapsOf(answer)).toEqual([
        'people.0.papers AGENCY_UNAVAILABLE',
        'people.0.count AGENCY_UNAVAILABLE',
        'people.1.papers AGENCY_UNAVAILABLE',
        'people.1.count AGENCY_UNAVAILABLE',
        'people.2.papers AGENCY_UNAVAILABLE',
        'people.2.count AGENCY_UNAVAILABLE',
      ])
      expect(answer.errors[0]?.extensions).toMatchObject({ agency: 'papers' })
      expect(answer.provenance[0]).toEqual({
        agency: 'papers',
        source: 'UNAVAILABLE',
        asOf: null,
        entities: { live: 0, cached: 0, stale: 0, unavailable: 3 },
      })
    },
  )

  test('is asked for nothing less by those that build on it: they get null', async () => {
    graph.tampers.set('papers', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ person(id: "1") { score } }')
    expect(answer.data).toEqual({ person: { score: '["Maria",null]' } })
    expect(gapsOf(answer)).toEqual(['person.papers AGENCY_UNAVAILABLE'])
    expect(placeErrors(answer.data, answer.errors)).toEqual([expect.not.objectContaining({ path: expect.anything() })])
  })

  test('has its gaps where they are in the answer: aliases, lists in lists, nulls between', async () => {
    graph.tampers.set('papers', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ all: people { id mates: friends { p: papers { number } } best { n: count } } }')
    expect(answer.data).toMatchObject({ all: [{ mates: [{ p: null }, { p: null }, null] }, {}, { best: null }] })
    expect(gapsOf(answer).toSorted()).toEqual(
      [
        ...[0, 1, 2].flatMap((person) => [0, 1].map((mate) => `all.${person}.mates.${mate}.p AGENCY_UNAVAILABLE`)),
        'all.0.best.n AGENCY_UNAVAILABLE',
        'all.1.best.n AGENCY_UNAVAILABLE',
      ].toSorted(),
    )
    expect(placeErrors(answer.data, answer.errors)).toHaveLength(answer.errors.length)
  })

  test('gives null for root fields, and what begins elsewhere is still answered', async () => {
    graph.tampers.set('registry', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ person(id: "1") { name } people { name } top { name count } }')
    expect(answer.data).toEqual({ person: null, people: null, top: { name: null, count: 1 } })
    expect(gapsOf(answer).toSorted()).toEqual([
      'people AGENCY_UNAVAILABLE',
      'person AGENCY_UNAVAILABLE',
      'top.name AGENCY_UNAVAILABLE',
    ])
  })

  test('takes the whole answer only where the schema says so', async () => {
    graph.tampers.set('registry', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ me { name } }')
    expect(answer.data).toBeNull()
    expect(gapsOf(answer)).toEqual(['me AGENCY_UNAVAILABLE'])
  })

  test('keeps the key of an entity that another agency gave', async () => {
    graph.tampers.set('registry', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ top { id __typename name } }')
    expect(answer.data).toEqual({ top: { id: '2', __typename: 'Person', name: null } })
  })

  test('leaves no field of a list of several types with a false path', async () => {
    graph.tampers.set('papers', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('{ crowd { __typename id ... on Person { count } } }')
    expect(answer.data).toMatchObject({
      crowd: [{ __typename: 'Dog' }, { count: null }, { count: null }, { count: null }],
    })
    for (const { path } of placeErrors(answer.data, answer.errors))
      expect(path).toEqual(['crowd', expect.any(Number), 'count'])
  })

  test('fails a mutation at its field', async () => {
    graph.tampers.set('registry', tamper.failing('TIMEOUT'))
    const answer = await graph.ask('mutation { rename(id: "1", name: "Ana") { name } }')
    expect(answer.data).toEqual({ rename: null })
    expect(gapsOf(answer)).toEqual(['rename AGENCY_UNAVAILABLE'])
    expect(graph.calls).toHaveLength(1)
  })

  test('is logged with its failure, and a client that left is not', async () => {
    graph.tampers.set('papers', tamper.failing('STATUS'))
    await graph.ask('{ person(id: "1") { count } }')
    graph.tampers.set('papers', tamper.failing('CANCELLED'))
    await graph.ask('{ person(id: "1") { count } }')
    graph.tampers.set('papers', () => {
      throw new TypeError('Maria')
    })
    await graph.ask('{ person(id: "1") { count } }')
    expect(graph.log.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 40, agency: 'papers', kind: 'STATUS', correlationId: 'test-correlation' },
      { level: 20, kind: 'CANCELLED' },
      { level: 50, msg: 'a call to an agency failed inside the gateway' },
    ])
  })
})

type Change = Parameters<typeof tamper.entities>[0]

describe('an agency that answers something else', () => {
  test.each<[string, Change]>([
    ['an entity too few', ([, ...rest]) => rest],
    ['an entity too many', (entities) => [...entities, null]],
    ['a text for an entity', (entities) => entities.map(() => 'Maria')],
    ['a list for an entity', (entities) => entities.map(() => [])],
    ['another type', (entities) => entities.map((one) => ({ ...one, __typename: 'Dog' }))],
    ['a type that is no text', (entities) => entities.map((one) => ({ ...one, __typename: 1 }))],
    ['no field', () => [{}, {}, {}]],
    ['an object for a list', (entities) => entities.map((one) => ({ ...one, papers: {} }))],
    ['a text for an object', (entities) => entities.map((one) => ({ ...one, papers: ['P1'] }))],
    ['half an object', (entities) => entities.map((one) => ({ ...one, papers: [{}] }))],
  ])('such as %s has failed', async (_what, change) => {
    graph.tampers.set('papers', tamper.entities(change))
    const answer = await graph.ask('{ people { name papers { number } } }')
    expect(answer.data).toMatchObject({ people: [{ name: 'Maria', papers: null }, { papers: null }, { papers: null }] })
    expect(gapsOf(answer)).toEqual([0, 1, 2].map((index) => `people.${index}.papers AGENCY_UNAVAILABLE`))
    expect(JSON.parse(graph.log[0] ?? '')).toMatchObject({ kind: 'WRONG_SHAPE' })
  })

  test('such as null for what is never null loses what holds it alone', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities(([first, ...rest]) => [{ ...first, papers: [{ number: null }] }, ...rest]),
    )
    const answer = await graph.ask('{ people { name papers { number } } }')
    expect(answer.data).toMatchObject({ people: [{ name: 'Maria' }, { papers: [{}] }, { papers: [{}] }] })
    expect(gapsOf(answer)).toEqual(['people.0.papers.0.number AGENCY_ERROR'])
  })

  test('such as a value that its type does not have loses that value alone', async () => {
    graph.tampers.set(
      'papers',
      tamper.entities(([first, ...rest]) => [{ ...first, papers: [{ number: 'P1', kind: 'SECRET' }] }, ...rest]),
    )
    const answer = await graph.ask('{ people { papers { number kind } } }')
    expect(answer.data).toMatchObject({ people: [{ papers: [{ number: 'P1', kind: null }] }, {}, {}] })
    expect(gapsOf(answer)).toEqual(['people.0.papers.0.kind AGENCY_ERROR'])
    expect(answer.provenance[0]?.entities).toMatchObject({ live: 2, unavailable: 1 })
    expect(graph.log.join('')).toContain('an agency answered unfit values')
  })
})

describe('process', () => {
  const source = createAgencyDataSource({
    open: () => () => Promise.reject(new Error('never called')),
  })

  test('refuses what is no fetch of a plan', async () => {
    const given = { kind: 'health check', request: {}, context: {} } as unknown as Parameters<typeof source.process>[0]
    await expect(source.process(given)).rejects.toThrow('Only fetches of a plan are answered.')
  })
})
