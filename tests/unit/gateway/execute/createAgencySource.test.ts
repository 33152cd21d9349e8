import { describe, expect, it } from '@jest/globals'
import { buildASTSchema, parse } from 'graphql'
import { pino } from 'pino'
import { createEntityCache } from '../../../../gateway/cache/createEntityCache.ts'
import { createKeyring } from '../../../../gateway/cache/createKeyring.ts'
import { readEntityKeys } from '../../../../gateway/cache/readEntityKeys.ts'
import { withSeals } from '../../../../gateway/cache/stores/withSeals.ts'
import { createAgencySource } from '../../../../gateway/execute/createAgencySource.ts'
import { createIdentifier } from '../../../../gateway/execute/createIdentifier.ts'
import type { AgencySource } from '../../../../gateway/execute/createAgencySource.ts'
import type { RequestContext } from '../../../../gateway/context.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { composeSupergraph } from '../../../support/composeSupergraph.ts'
import { createFakeStore } from '../../../support/createFakeStore.ts'
import type { FakeStore } from '../../../support/createFakeStore.ts'
import { createMemoryDispatch } from '../../../support/createMemoryDispatch.ts'
import type { MemoryDispatch } from '../../../support/createMemoryDispatch.ts'
import { contextWith } from '../../../support/contextWith.ts'
import { paperAgencies } from '../../../support/paperAgencies.ts'
import { tamper } from '../../../support/tamper.ts'

const sdl = composeSupergraph(
  Object.entries(paperAgencies).map(([name, agency]) => ({ name, url: '', sdl: agency.sdl })),
)
const schema = buildASTSchema(parse(sdl), { assumeValidSDL: true })

interface Opened extends MemoryDispatch {
  readonly source: AgencySource
  readonly clock: { now: number }
}

function openSource(agency: string, store?: FakeStore): Opened {
  const memory = createMemoryDispatch(paperAgencies)
  const clock = { now: 1_750_000_000_000 }
  const entityKeys = readEntityKeys(schema)
  const keyring = createKeyring('the secret of a test, of 32 characters')
  const cache =
    store &&
    createEntityCache({
      store: withSeals(store, keyring),
      entityKeys,
      keyring,
      supergraph: 'one',
      clock: () => clock.now,
      metrics: { observe: () => undefined, breaker: () => undefined },
    })
  const source = createAgencySource({
    agency,
    url: `http://${agency}.test/graphql`,
    dispatch: memory.dispatch,
    schema,
    clock: () => clock.now,
    logger: pino({ enabled: false }),
    cached: cache && { cache, entityKeys, identify: createIdentifier(entityKeys) },
  })
  return { ...memory, source, clock }
}

function context(): RequestContext {
  return contextWith(createDeadline({ milliseconds: 20_000 }))
}

const entities = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{count}}}'
const representations = ['1', '2'].map((id) => ({ __typename: 'Person', id }))

describe('the source of an agency', () => {
  it('answers root fields with variables, and notes who answered', async () => {
    const { source, calls } = openSource('registry')
    const request = context()
    const ask = source.open({ query: 'query($id:ID!){person(id:$id){name}}' })
    await expect(ask({ variables: { id: '1' }, representations: [], context: request })).resolves.toEqual({
      data: { person: { name: 'Maria' } },
      gaps: [],
    })
    expect(calls).toMatchObject([
      { agency: 'registry', url: 'http://registry.test/graphql', variables: { id: '1' }, kind: 'query' },
    ])
    expect(request.provenance.summary()).toMatchObject([{ agency: 'registry', source: 'LIVE', entities: { live: 1 } }])
  })

  it('answers entities for representations, which go beside the variables', async () => {
    const { source, calls } = openSource('papers')
    const ask = source.open({ query: entities })
    const { data } = await ask({ variables: { other: 1 }, representations, context: context() })
    expect(data).toEqual({ _entities: [{ count: 1 }, { count: 1 }] })
    expect(calls[0]?.variables).toEqual({ other: 1, representations })
  })

  it('sends along how lookups are joined', async () => {
    const { source, calls } = openSource('registry')
    const lookup = { at: 'person', key: ['id'], aliasOf: String, variableOf: String, textFor: String }
    const ask = source.open({ query: 'query($id:ID!){person(id:$id){name}}', lookup })
    await ask({ variables: { id: '1' }, representations: [], context: context() })
    expect(calls[0]?.lookup).toBe(lookup)
  })

  it('answers with null and the reason for what its agency does not answer', async () => {
    const { source, tampers } = openSource('papers')
    tampers.set('papers', tamper.failing('TIMEOUT'))
    const request = context()
    const given = await source.open({ query: entities })({ variables: {}, representations, context: request })
    expect(given.gaps.map(({ code, place }) => [code, place?.join('.')])).toEqual([
      ['AGENCY_UNAVAILABLE', '_entities.0.count'],
      ['AGENCY_UNAVAILABLE', '_entities.1.count'],
    ])
    expect(request.provenance.summary()).toMatchObject([{ source: 'UNAVAILABLE', entities: { unavailable: 2 } }])
  })

  it('gives each that asks at once data of its own', async () => {
    const { source } = openSource('papers', createFakeStore())
    const ask = source.open({ query: entities.replace('count', 'papers{number}') })
    const both = await Promise.all([1, 2].map(() => ask({ variables: {}, representations, context: context() })))
    const [one, other] = both.map(({ data }) => data['_entities'] as readonly { papers: unknown }[])
    expect(one).toEqual(other)
    expect(one?.[0]?.papers).not.toBe(other?.[0]?.papers)
  })
})

describe('the source of an agency with a cache', () => {
  const policy = { maxAge: 60, staleIfError: 600 }

  it('asks its agency for what is not known', async () => {
    const { source, calls, tampers } = openSource('papers', createFakeStore())
    tampers.set('papers', (answer) => ({ ...answer, policy }))
    const ask = source.open({ query: entities })
    for (let turn = 0; turn < 2; turn += 1) {
      const { data } = await ask({ variables: {}, representations, context: context() })
      expect(data).toEqual({ _entities: [{ count: 1 }, { count: 1 }] })
    }
    expect(calls).toHaveLength(1)
  })

  it('leaves the cache alone for some time where its agency lets nothing be kept, and for that text alone', async () => {
    const store = createFakeStore()
    const { source, calls, clock, tampers } = openSource('papers', store)
    const ask = source.open({ query: entities })
    const another = source.open({ query: entities.replace('count', 'holds') })
    const asking = { variables: {}, representations }

    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(1)
    clock.now += 9_999
    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(1)
    await another({ ...asking, context: context() })
    expect(store.reads).toHaveLength(2)

    tampers.set('papers', (answer) => ({ ...answer, policy }))
    clock.now += 1
    await ask({ ...asking, context: context() })
    await ask({ ...asking, context: context() })
    expect(store.reads).toHaveLength(4)
    expect(calls).toHaveLength(4)
  })
})
