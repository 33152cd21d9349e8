import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse } from 'graphql'
import { pino } from 'pino'
import { createApolloEngine } from '../../../../../gateway/plan/apollo/createApolloEngine.ts'
import { lookupAgencies } from '../../../../support/lookupAgencies.ts'
import { openMemoryEngine } from '../../../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../../../support/openMemoryEngine.ts'
import { paperAgencies } from '../../../../support/paperAgencies.ts'
import { tamper } from '../../../../support/tamper.ts'

describe.each<[string, typeof lookupAgencies, readonly string[]]>([
  [
    'a graph with lookups',
    lookupAgencies,
    [
      '{ person(id: "1") { name count news greeting papers { code printed } witness { name } } }',
      '{ person(id: "9") { id } house(road: "a", number: 3) { street number color deed { code } } }',
      '{ people { born: name name: name(short: true) __proto__: count friends { born home { deed { printed } } } } headline }',
      '{ person(id: "1") { ...F } people { ...F } } fragment F on Person { n: name @skip(if: false) c: count @include(if: true) __typename }',
      'query($yes: Boolean = true) { people { name @skip(if: $yes) count @include(if: $yes) } __typename }',
      'mutation { person(id: "2") { name count } }',
      '{ __type(name: "House") { name fields { name } } headline }',
    ],
  ],
  [
    'a graph without',
    paperAgencies,
    [
      '{ people { name papers { number kind holder { name } } score best { count } } top { id score } }',
      '{ crowd { __typename id ... on Person { count } } me { name: id } }',
      'mutation { rename(id: "1", name: "Ana") { name count } }',
    ],
  ],
])('Apollo’s engine on %s', (_what, agencies, queries) => {
  let ours: MemoryEngine
  let apollos: MemoryEngine

  beforeAll(async () => {
    ours = await openMemoryEngine(agencies)
    apollos = await openMemoryEngine(agencies, { kind: 'apollo' })
  })
  afterAll(() => Promise.all([ours.engine.stop(), apollos.engine.stop()]))
  beforeEach(() => {
    for (const { tampers } of [ours, apollos]) tampers.clear()
  })

  it.each(queries)('answers the same as ours: %s', async (query) => {
    const [one, other] = await Promise.all([ours.ask(query), apollos.ask(query)])
    expect(one.errors).toEqual([])
    expect(JSON.parse(JSON.stringify(other))).toEqual(JSON.parse(JSON.stringify(one)))
  })

  // Ours asks for what is looked up by key, whether its owner answers or not.
  const inTurn = queries.filter((query) => !/\{ (?:person|house)\(/.test(query) || query.startsWith('mutation'))

  it.each(inTurn)('misses the same as ours when nobody answers: %s', async (query) => {
    for (const { tampers } of [ours, apollos]) {
      for (const agency of Object.keys(agencies)) tampers.set(agency, tamper.failing('TIMEOUT'))
    }
    const [one, other] = await Promise.all([ours.ask(query), apollos.ask(query)])
    expect(JSON.parse(JSON.stringify(other.data))).toEqual(JSON.parse(JSON.stringify(one.data)))
    expect(other.errors.length > 0).toBe(one.errors.length > 0)
  })

  it('shows the same schema as ours', () => {
    const names = ({ engine }: MemoryEngine): readonly string[] => Object.keys(engine.schema.getTypeMap()).toSorted()
    expect(names(apollos)).toEqual(expect.arrayContaining([...names(ours)]))
  })
})

describe('Apollo’s engine', () => {
  it('tells where a value does not fit the schema', async () => {
    const { ask, engine, tampers } = await openMemoryEngine(lookupAgencies, { kind: 'apollo' })
    tampers.set('registry', ({ data }) => ({ data: { people: [data?.['people'], { id: null }].flat() }, errors: [] }))
    const { data, errors } = await ask('{ people { mine: id } }')
    await engine.stop()
    expect(data).toEqual({ people: null })
    expect(errors).toMatchObject([{ extensions: { code: expect.stringMatching(/^AGENCY_/) } }])
  })

  it('refuses a supergraph that cannot be served, with the reason', async () => {
    const sdl = 'type Query { a: Int }'
    const supergraph = { sdl, schema: buildASTSchema(parse(sdl)), agencies: [] }
    const sourceOf = (): never => {
      throw new Error('never asked for')
    }
    await expect(createApolloEngine({ supergraph, sourceOf, logger: pino({ enabled: false }) })).rejects.toMatchObject({
      name: 'EnvironmentError',
      message: expect.stringMatching(/^SUPERGRAPH_PATH names a supergraph that cannot be served: ./),
    })
  })
})
