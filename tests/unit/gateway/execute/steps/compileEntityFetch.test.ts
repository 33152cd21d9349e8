import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { Gap } from '../../../../../gateway/disclose/Gap.ts'
import type { FetchPlan } from '../../../../../gateway/execute/PlanNode.ts'
import { compileEntityFetch } from '../../../../../gateway/execute/steps/compileEntityFetch.ts'
import { compileOptions } from '../../../../support/compileOptions.ts'
import { createFakeSources } from '../../../../support/createFakeSources.ts'
import type { Asked, FakeAnswer } from '../../../../support/createFakeSources.ts'
import { makeFetch } from '../../../../support/makeFetch.ts'
import { requires } from '../../../../support/requires.ts'
import { startRun } from '../../../../support/startRun.ts'

const schema = buildSchema(`
  type Query { a: Int }
  interface Being { id: ID }
  type Person implements Being { id: ID }
  type Dog implements Being { id: ID }
`)

type Data = Record<string, unknown>

const query = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{count}}}'
const plan = makeFetch(query, {
  agency: 'papers',
  path: ['people', '@'],
  requires: requires(['Person', '__typename', 'id']),
})

function person(id: string, more: Data = {}): Data {
  return { __typename: 'Person', id, ...more }
}

interface Fetched {
  readonly data: Data
  readonly gaps: readonly Gap[]
  readonly asked: readonly Asked[]
}

async function fetch(
  data: Data,
  answer: FakeAnswer,
  more: Partial<FetchPlan> & { variables?: string[] } = {},
): Promise<Fetched> {
  const { sourceOf, asked } = createFakeSources({ papers: answer })
  const run = startRun(data, { first: 10, unused: 1, nothing: undefined })
  await compileEntityFetch({ ...plan, ...more }, compileOptions(schema, sourceOf))(run)
  return { data, gaps: run.gaps, asked }
}

/** Every entity gets its id as its count. */
function counting({ representations }: Asked): { readonly data: Data } {
  return { data: { _entities: representations.map(({ id }) => ({ count: Number(id) })) } }
}

describe('a fetch of entities', () => {
  it('names what stands at its path, and puts the answer there', async () => {
    const { data, asked } = await fetch({ people: [person('1', { name: 'Ani' }), null, person('2')] }, counting)
    expect(asked).toEqual([
      {
        agency: 'papers',
        text: expect.objectContaining({ query }),
        variables: {},
        representations: [
          { __typename: 'Person', id: '1' },
          { __typename: 'Person', id: '2' },
        ],
      },
    ])
    expect(data).toEqual({ people: [person('1', { name: 'Ani', count: 1 }), null, person('2', { count: 2 })] })
  })

  it('names each entity once, however often it stands there', async () => {
    const people = ['1', '2', '1', '1'].map((id, index) => person(id, { index }))
    const { data, asked } = await fetch({ people }, counting)
    expect(asked.map(({ representations }) => representations.map(({ id }) => id))).toEqual([['1', '2']])
    expect(data).toEqual({
      people: ['1', '2', '1', '1'].map((id, index) => person(id, { index, count: Number(id) })),
    })
  })

  it('takes those for two that differ in anything that the agency is told', async () => {
    const people = [person('1', { size: 1 }), person('1', { size: 2 }), person('1', { size: 1 })]
    const needs = requires(['Person', '__typename', 'id', 'size'])
    const { asked } = await fetch({ people }, counting, { requires: needs })
    expect(asked[0]?.representations.map(({ size }) => size)).toEqual([1, 2])
  })

  it('leaves out what it cannot name, and asks nobody about nothing', async () => {
    const people = [{ __typename: 'Dog', id: '1' }, person('2'), { __typename: 'Person' }]
    const { data, asked } = await fetch({ people }, counting)
    expect(asked[0]?.representations).toEqual([{ __typename: 'Person', id: '2' }])
    expect(data).toMatchObject({ people: [{ __typename: 'Dog' }, { count: 2 }, {}] })
    await expect(fetch({ people: [people[0], null] }, counting)).resolves.toMatchObject({ asked: [], gaps: [] })
    await expect(fetch({}, counting)).resolves.toMatchObject({ asked: [] })
  })

  it('sends the variables that its text uses and that have a value', async () => {
    const { asked } = await fetch({ people: [person('1')] }, counting, { variables: ['first', 'nothing', 'missing'] })
    expect(asked[0]?.variables).toEqual({ first: 10 })
  })

  it('leaves an entity as it is that the agency does not know', async () => {
    const { data, gaps } = await fetch({ people: [person('1'), person('2')] }, () => ({
      data: { _entities: [null, { count: 2 }] },
    }))
    expect(data).toEqual({ people: [person('1'), person('2', { count: 2 })] })
    expect(gaps).toEqual([])
  })

  it('merges what is inside an entity with what others said of it', async () => {
    const { data } = await fetch({ people: [person('1', { home: { street: 'a' }, list: [{ x: 1 }] })] }, () => ({
      data: { _entities: [{ home: { color: 'b' }, list: [{ y: 2 }] }] },
    }))
    expect(data).toMatchObject({ people: [{ home: { street: 'a', color: 'b' }, list: [{ x: 1, y: 2 }] }] })
  })

  it('names entities as the agency calls them, and takes its words for them', async () => {
    const { data, asked } = await fetch(
      { people: [person('1'), person('2')] },
      () => ({ data: { _entities: [{ x__alias_0: 1 }, { x__alias_0: null }] } }),
      {
        inputRewrites: [{ path: ['... on Person', '__typename'], change: { set: 'Being' } }],
        outputRewrites: [{ path: ['... on Person', 'x__alias_0'], change: { rename: 'x' } }],
      },
    )
    expect(asked[0]?.representations.map(({ __typename }) => __typename)).toEqual(['Being', 'Being'])
    expect(data).toEqual({ people: [person('1', { x: 1 }), person('2', { x: null })] })
  })

  it('rewrites only what is of the type that the rewrite is for', async () => {
    const { data } = await fetch(
      { people: [person('1'), { __typename: 'Dog', id: '2' }] },
      () => ({ data: { _entities: [{ x: 1 }, { x: 2 }] } }),
      {
        requires: requires(['Being', '__typename', 'id']),
        outputRewrites: [{ path: ['... on Dog', 'x'], change: { rename: 'y' } }],
      },
    )
    expect(data).toEqual({ people: [person('1', { x: 1 }), { __typename: 'Dog', id: '2', y: 2 }] })
  })
})

describe('what is missing from entities', () => {
  const missing = (...place: (string | number)[]): Gap => ({ code: 'AGENCY_UNAVAILABLE', details: {}, place })

  function without(...gaps: readonly Gap[]): FakeAnswer {
    return ({ representations }) => ({ data: { _entities: representations.map(() => ({ count: null })) }, gaps })
  }

  it('is missing at all places where they stand', async () => {
    const people = ['1', '2', '1'].map((id) => person(id))
    const { gaps } = await fetch(
      { people },
      without(missing('_entities', 0, 'count'), missing('_entities', 1, 'count', 3)),
    )
    expect(gaps).toEqual([
      missing('people', 0, 'count'),
      missing('people', 2, 'count'),
      missing('people', 1, 'count', 3),
    ])
  })

  it('is missing at all places where one and the same object stands', async () => {
    const same = person('1')
    const data = { all: [{ people: [same, null] }, { people: [[same]] }] }
    const { gaps } = await fetch(data, without(missing('_entities', 0, 'count')), { path: ['all', '@', 'people', '@'] })
    expect(gaps).toEqual([missing('all', 0, 'people', 0, 'count'), missing('all', 1, 'people', 0, 0, 'count')])
  })

  it('is missing under the name that the client asked for', async () => {
    const { gaps } = await fetch({ people: [person('1')] }, without(missing('_entities', 0, 'x__alias_0')), {
      outputRewrites: [{ path: ['... on Person', 'x__alias_0'], change: { rename: 'x' } }],
    })
    expect(gaps).toEqual([missing('people', 0, 'x')])
  })

  it('is told as it came when it has no place', async () => {
    const gap: Gap = { code: 'INTERNAL', details: {} }
    const { gaps } = await fetch({ people: [person('1'), person('1')] }, without(gap))
    expect(gaps).toEqual([gap])
  })

  it('is missing nowhere when the entity was taken away meanwhile', async () => {
    const data: Data = { people: [person('1'), person('2')] }
    const { gaps } = await fetch(data, () => {
      data['people'] = [null, person('2')]
      return { data: { _entities: [{ count: null }, { count: null }] }, gaps: [missing('_entities', 0, 'count')] }
    })
    expect(gaps).toEqual([])
  })
})
