import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { lookupAgencies } from '../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'
import { tamper } from '../../support/tamper.ts'

type Asked = readonly [query: string, variables: Record<string, unknown>]

const person = 'person(id: "1")'

/** Operations with conditions, each with one that has none and asks for the same. */
const pairs: readonly (readonly [...Asked, plain: string])[] = [
  [
    `query($x: Boolean!) { ${person} { name ... @include(if: $x) { count } } }`,
    { x: true },
    `{ ${person} { name count } }`,
  ],
  [`query($x: Boolean!) { ${person} { name ... @include(if: $x) { count } } }`, { x: false }, `{ ${person} { name } }`],
  [`query($x: Boolean!) { ${person} @include(if: $x) { name count } headline }`, { x: false }, '{ headline }'],
  [`query($x: Boolean!) { ${person} @include(if: $x) { name count } }`, { x: true }, `{ ${person} { name count } }`],
  [`query($x: Boolean = true) { people { name @skip(if: $x) count @include(if: $x) } }`, {}, '{ people { count } }'],
  [
    `query($x: Boolean!, $y: Boolean!) { people { greeting @skip(if: $x) @include(if: $y) news } }`,
    { x: false, y: true },
    '{ people { greeting news } }',
  ],
  [
    `query($x: Boolean!) { ${person} { ...F @skip(if: $x) born } } fragment F on Person { name papers { printed } }`,
    { x: true },
    `{ ${person} { born } }`,
  ],
  [
    'query($x: Boolean!) { __type(name: "Person") @skip(if: $x) { name } __typename headline }',
    { x: true },
    '{ __typename headline }',
  ],
  [
    'query($x: Boolean!) { __type(name: "Person") @skip(if: $x) { name } headline }',
    { x: false },
    '{ __type(name: "Person") { name } headline }',
  ],
  [
    'mutation($x: Boolean!) { person(id: "2") { name } person(id: "2") @include(if: $x) { count } }',
    { x: true },
    'mutation { person(id: "2") { name count } }',
  ],
]

describe.each(['satu-atap', 'apollo'] as const)('conditions, decided for the engine %s,', (kind) => {
  let graph: MemoryEngine
  beforeAll(async () => {
    graph = await openMemoryEngine(lookupAgencies, { kind })
  })
  afterAll(() => graph.engine.stop())
  beforeEach(() => graph.tampers.clear())

  /** What is answered, and who was asked for it, how. */
  async function outcomeOf(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    graph.calls.length = 0
    const answer: unknown = JSON.parse(JSON.stringify(await graph.ask(query, variables)))
    return { answer, calls: graph.calls.map((call) => `${call.agency} ${call.query}`).toSorted() }
  }

  it.each(pairs)('leave an operation that is answered as one without: %s with %j', async (query, variables, plain) => {
    expect(await outcomeOf(query, variables)).toEqual(await outcomeOf(plain))
  })

  it.each(pairs)('leave nothing to miss of what is left out: %s with %j', async (query, variables, plain) => {
    for (const agency of Object.keys(lookupAgencies)) graph.tampers.set(agency, tamper.failing('TIMEOUT'))
    expect(await outcomeOf(query, variables)).toEqual(await outcomeOf(plain))
  })

  it('are decided each time anew', async () => {
    const query = 'query($x: Boolean!) { people { id count @skip(if: $x) } }'
    const all = [
      { id: '1', count: 2 },
      { id: '2', count: 2 },
    ]
    for (const x of [true, false, true]) {
      const people = x ? all.map(({ id }) => ({ id })) : all
      await expect(outcomeOf(query, { x })).resolves.toMatchObject({ answer: { data: { people }, errors: [] } })
    }
  })

  it('may leave nothing of an operation, or of an object', async () => {
    await expect(outcomeOf('{ people @skip(if: true) { name } }')).resolves.toEqual({
      answer: { data: {}, errors: [] },
      calls: [],
    })
    await expect(outcomeOf('{ people { name @skip(if: true) } }')).resolves.toMatchObject({
      answer: { data: { people: [{}, {}] }, errors: [] },
    })
  })

  it.each<[string, unknown]>([
    ['{ __schema { queryType { name @skip(if: true) } } }', { __schema: { queryType: {} } }],
    [
      '{ __type(name: "House") { ... @skip(if: true) { kind } ...F } } fragment F on __Type { fields { name @include(if: false) } }',
      { __type: { fields: Array.from({ length: 4 }, () => ({})) } },
    ],
    [
      '{ nothing: headline __schema { ... @skip(if: true) { description } queryType { nothing: name } } people { name @skip(if: true) } }',
      { nothing: 'Rain', __schema: { queryType: { nothing: 'Query' } }, people: [{}, {}] },
    ],
  ])('may leave nothing of what the schema says of itself: %s', async (query, data) => {
    await expect(graph.ask(query)).resolves.toEqual({ data, errors: [] })
  })
})
