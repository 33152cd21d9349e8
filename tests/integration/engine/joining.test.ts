import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AgencyFailureKind } from '../../../gateway/agency/AgencyFailure.ts'
import { AgencyFailure } from '../../../gateway/agency/AgencyFailure.ts'
import { compileLookupText } from '../../../gateway/execute/ask/compileLookupText.ts'
import { shapeOfFetch } from '../../../gateway/execute/shape/shapeOfFetch.ts'
import { countedPeople } from '../../support/countedPeople.ts'
import { createFakeStore } from '../../support/createFakeStore.ts'
import type { Tamper } from '../../support/createMemoryDispatch.ts'
import { makeFetch } from '../../support/makeFetch.ts'
import { openPaperSource } from '../../support/openPaperSource.ts'
import { openTestGraph } from '../../support/openTestGraph.ts'
import type { TestGraph } from '../../support/openTestGraph.ts'
import { paperAgencies } from '../../support/paperAgencies.ts'
import { tamper } from '../../support/tamper.ts'
import { until } from '../../support/until.ts'

const { entities, representations, context, dataIn } = countedPeople

describe('an agency that several ask at once', () => {
  const person = 'query($id:ID!){person(id:$id){name}}'
  const { schema } = openPaperSource('registry')
  const shape = shapeOfFetch(schema, person)
  const owner = makeFetch(person, { variables: ['id'] })
  const seed = { at: 'person', type: 'Person', key: [{ field: 'id', variable: 'id' }], owner, others: [] }
  const lookup = compileLookupText(seed, shape.document)

  it('is asked once for entities, and each is told of its own, where they came from too', async () => {
    const { source, calls } = openPaperSource('papers')
    const ask = source.open({ query: entities })
    const requests = [context(), context()]
    const answers = await Promise.all(
      requests.map((request, index) => ask({ variables: {}, parts: representations.slice(index), context: request })),
    )
    expect(answers.map((answered) => dataIn(answered).length)).toEqual([2, 1])
    expect(calls.map(({ variables }) => variables)).toEqual([
      { representations: [...representations, ...representations.slice(1)] },
    ])
    expect(requests.map(({ provenance }) => provenance.summary()[0]?.entities.live)).toEqual([2, 1])
  })

  it('is asked once for lookups by a root field, each under an alias', async () => {
    const { source, calls } = openPaperSource('registry')
    const ask = source.open({ query: person, shape, lookup })
    const answers = await Promise.all(
      ['1', 'nobody', '2'].map((id) => ask({ variables: {}, parts: [{ id }], context: context() })),
    )
    expect(answers.flatMap(dataIn)).toEqual([
      { person: { name: 'Maria' } },
      { person: null },
      { person: { name: 'Yohanes' } },
    ])
    expect(calls).toHaveLength(1)
    expect(calls[0]?.query).toMatch(/^query\(.*joined2:person/)
  })

  it('tells each of what is wrong with its own alone', async () => {
    const { source, tampers } = openPaperSource('registry')
    tampers.set('registry', ({ data }) => ({
      data: { ...data, joined1: null },
      errors: [{ path: ['joined1'], extensions: { code: 'INTERNAL' } }],
    }))
    const ask = source.open({ query: person, shape, lookup })
    const answers = await Promise.all(
      ['1', '2'].map((id) => ask({ variables: {}, parts: [{ id }], context: context() })),
    )
    expect(answers.map(({ parts }) => parts[0]?.gaps)).toEqual([
      [],
      [{ code: 'AGENCY_ERROR', details: { agency: 'registry' }, place: ['person'] }],
    ])
  })

  const callsMade: Readonly<Record<AgencyFailureKind, number>> = {
    CONNECTION: 1,
    TIMEOUT: 1,
    CANCELLED: 1,
    NO_TIME: 1,
    BREAKER_OPEN: 1,
    OVERLOADED: 1,
    STATUS: 3,
    CONTENT_TYPE: 3,
    MALFORMED: 3,
    TOO_LARGE: 3,
    WRONG_SHAPE: 3,
  }

  // So that no kind is left out.
  it.each(Object.entries(callsMade))(
    'is asked for each alone where %s may be the fault of one: %d calls',
    async (kind, count) => {
      const { source, calls, tampers } = openPaperSource('papers')
      tampers.set('papers', tamper.failing(kind as AgencyFailureKind))
      const ask = source.open({ query: entities })
      const answers = await Promise.all(
        representations.map((one) => ask({ variables: {}, parts: [one], context: context() })),
      )
      expect(answers.flatMap(({ parts }) => parts.map(({ gaps }) => gaps[0]?.code))).toEqual([
        'AGENCY_UNAVAILABLE',
        'AGENCY_UNAVAILABLE',
      ])
      expect(calls).toHaveLength(count)
    },
  )

  it('is asked for each alone where one took the answer away, with a cache too', async () => {
    for (const store of [undefined, createFakeStore()]) {
      const { source, calls, tampers } = openPaperSource('papers', store)
      tampers.set('papers', (answer, { variables }) => {
        const named = JSON.stringify(variables)
        return named.includes('"2"') ? { data: null, errors: [{}] } : answer
      })
      const ask = source.open({ query: entities })
      const answers = await Promise.all(
        representations.map((one) => ask({ variables: {}, parts: [one], context: context() })),
      )
      expect(answers.flatMap(dataIn)).toEqual([{ count: 1 }, { count: null }])
      expect(calls).toHaveLength(3)
    }
  })

  it.each([
    ['no path', {}],
    ['the path of all', { path: ['_entities'] }],
  ])('is asked for each alone where an error with %s may be about one, with a cache too', async (_what, where) => {
    for (const store of [undefined, createFakeStore()]) {
      const { source, calls, tampers } = openPaperSource('papers', store)
      const error = { ...where, extensions: { code: 'BAD_USER_INPUT' } }
      tampers.set('papers', (answer, { variables }) =>
        JSON.stringify(variables).includes('"2"') ? { ...answer, errors: [error] } : answer,
      )
      const ask = source.open({ query: entities })
      const answers = await Promise.all(
        representations.map((one) => ask({ variables: {}, parts: [one], context: context() })),
      )
      expect(answers.map(({ placeless }) => placeless.map(({ code }) => code))).toEqual([[], ['BAD_USER_INPUT']])
      expect(answers.flatMap(dataIn)).toEqual([{ count: 1 }, { count: 1 }])
      expect(calls).toHaveLength(3)
    }
  })

  it('is asked once by all who ask for the very same, whatever is wrong with it', async () => {
    for (const given of [{ data: null }, { data: { _entities: [{ count: 1 }] } }]) {
      const { source, calls, tampers } = openPaperSource('papers', createFakeStore())
      tampers.set('papers', () => ({ ...given, errors: [{}] }))
      const ask = source.open({ query: entities })
      const parts = representations.slice(0, 1)
      const answers = await Promise.all([1, 2, 3].map(() => ask({ variables: {}, parts, context: context() })))
      const told = answers.map(({ parts: [part], placeless }) => JSON.stringify([part?.data, part?.gaps, placeless]))
      expect(new Set(told).size).toBe(1)
      expect(calls).toHaveLength(1)
    }
  })

  it('is asked at the same time by all who waited for several parts of a call with an error that stands nowhere', async () => {
    const { source, calls, tampers } = openPaperSource('papers', createFakeStore(), { maxAge: 60, staleIfError: 0 })
    const release = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
    tampers.set('papers', async (answer) => {
      await release[calls.length === 1 ? 0 : 1].promise
      return { ...answer, errors: [{}] }
    })
    const ask = source.open({ query: entities })
    // Each by itself: what one may see, another may as well, and only the same person's questions are joined.
    const asking = ['one', 'two', 'three', 'four'].map((subject) => {
      const own = context()
      return ask({
        variables: {},
        parts: representations,
        context: { ...own, asker: { ...own.asker, subject } },
      })
    })
    await until('the first asks', () => calls.length === 1)
    await pause(20)
    expect(calls).toHaveLength(1)
    release[0].resolve()
    await until('the others ask', () => calls.length === 4)
    release[1].resolve()
    expect((await Promise.all(asking)).map(({ placeless }) => placeless.length)).toEqual([1, 1, 1, 1])
    expect(calls).toHaveLength(4)
  })

  it('is asked again for whoever waits for one part of a call in which an error may be about another', async () => {
    const { source, calls, tampers } = openPaperSource('papers', createFakeStore(), { maxAge: 60, staleIfError: 0 })
    const release = Promise.withResolvers<void>()
    tampers.set('papers', async (answer, { variables }) => {
      await release.promise
      return JSON.stringify(variables).includes('"2"') ? { ...answer, errors: [{}] } : answer
    })
    const ask = source.open({ query: entities })
    const both = ask({ variables: {}, parts: representations, context: context() })
    await until('they are asked for', () => calls.length === 1)
    const later = ask({ variables: {}, parts: representations.slice(0, 1), context: context() })
    await pause(20)
    expect(calls).toHaveLength(1)
    release.resolve()
    expect((await both).placeless).toHaveLength(1)
    expect(await later).toMatchObject({ placeless: [], parts: [{ data: { count: 1 }, gaps: [] }] })
  })

  it('is asked again too for whoever waits for one of them, where another took the answer away', async () => {
    const { source, calls, tampers } = openPaperSource('papers', createFakeStore(), { maxAge: 60, staleIfError: 0 })
    const release = Promise.withResolvers<void>()
    tampers.set('papers', async (answer, { agency, variables }) => {
      await release.promise
      if (JSON.stringify(variables).includes('"2"')) throw new AgencyFailure(agency, 'STATUS', { status: 500 })
      return answer
    })
    const ask = source.open({ query: entities })
    const askFor = (one: (typeof representations)[number]) => ask({ variables: {}, parts: [one], context: context() })
    const together = representations.map(askFor)
    await until('they are asked for', () => calls.length === 1)
    const later = representations.slice(0, 1).map(askFor)
    await pause(20)
    expect(calls).toHaveLength(1)
    release.resolve()
    const answers = await Promise.all([...together, ...later])
    expect(answers.flatMap(dataIn)).toEqual([{ count: 1 }, { count: null }, { count: 1 }])
  })

  it('loses the one alone that does not fit', async () => {
    const { source, calls, tampers } = openPaperSource('papers')
    tampers.set(
      'papers',
      tamper.entities(([first]) => [first, 'misshapen']),
    )
    const ask = source.open({ query: entities })
    const { parts } = await ask({ variables: {}, parts: representations, context: context() })
    expect(parts).toMatchObject([
      { data: { count: 1 }, gaps: [] },
      { data: { count: null }, gaps: [{ code: 'AGENCY_UNAVAILABLE', place: ['count'] }] },
    ])
    expect(calls).toHaveLength(1)
  })

  it('is asked once by plans that say the same, and again for another text', async () => {
    const { source, calls } = openPaperSource('papers')
    const asking = { variables: {}, parts: representations }
    const texts = [entities, entities, entities.replace('count', 'holds')]
    await Promise.all(texts.map((query) => source.open({ query })({ ...asking, context: context() })))
    expect(calls).toHaveLength(2)
  })

  it('is asked by each for root fields that are no lookups', async () => {
    const { source, calls } = openPaperSource('registry')
    const ask = source.open({ query: '{people{name}}' })
    await Promise.all([1, 2].map(() => ask({ variables: {}, parts: [{}], context: context() })))
    expect(calls).toHaveLength(2)
  })
})

describe('whatever operations come at once', () => {
  let graph: TestGraph
  beforeAll(async () => {
    graph = await openTestGraph(paperAgencies)
  })
  afterAll(() => graph.stop())

  /** Of person 2 no answer can be had, and of person 3 something is wrong. */
  const troubled: Tamper = (answer, call) => {
    if (JSON.stringify(call.variables).includes('"2"')) throw new AgencyFailure(call.agency, 'STATUS', { status: 500 })
    const named = call.variables['representations'] as readonly { readonly id?: string }[] | undefined
    const errors = (named ?? []).flatMap(({ id }, index) =>
      id === '3' ? [{ path: ['_entities', index], extensions: { code: 'INTERNAL' } }] : [],
    )
    return { ...answer, errors }
  }

  const operation = fc
    .record({
      id: fc.constantFrom('1', '2', '3', 'nobody'),
      fields: fc.subarray(['name', 'count', 'papers { number }', 'score'], { minLength: 1 }),
      all: fc.boolean(),
    })
    .map(({ id, fields, all }) => `{ ${all ? 'people' : `person(id: "${id}")`} { id ${fields.join(' ')} } }`)

  it.each([
    ['in peace', {}],
    ['while agencies are in trouble', { papers: troubled, registry: troubled, scores: troubled }],
  ])('each comes to what it comes to alone, %s', async (_when, tampers) => {
    graph.tampers.clear()
    for (const [agency, one] of Object.entries<Tamper>(tampers)) graph.tampers.set(agency, one)
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 8 }), async (operations) => {
        const alone = []
        for (const text of operations) alone.push(await graph.ask(text))
        const together = await Promise.all(operations.map((text) => graph.ask(text)))
        expect(together).toEqual(alone)
      }),
      { numRuns: 60 },
    )
  })
})
