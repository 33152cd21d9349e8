import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { GraphAnswer, TestGateway } from '../../../support/startGateway.ts'
import { startRegistryGraph } from '../../../support/startRegistryGraph.ts'
import type { RegistryGraph } from '../../../support/startRegistryGraph.ts'

let graph: RegistryGraph
let gateway: TestGateway

beforeEach(async () => {
  graph = await startRegistryGraph()
  graph.registry.allow('max-age=3600, stale-if-error=7200')
  graph.papers.allow('max-age=600, stale-if-error=3600')
  gateway = await graph.openGateway()
})

afterEach(async () => {
  await gateway.stop()
  await graph.stop()
})

/** Asks, and answers the data with what came beside it. */
async function ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphAnswer['body']> {
  const { status, body } = await gateway.post({ query, variables })
  expect(status).toBe(200)
  return body
}

function peopleOf(data: GraphAnswer['body']['data']): readonly unknown[] {
  const people = data?.['people']
  return Array.isArray(people) ? people : []
}

const person = '{ person(id: "1") { name papers { number } } }'

describe('an agency that fails', () => {
  it('is stood in for within its limit, marked, and never past it', async () => {
    const known = await ask(person)
    const asOf = new Date(graph.now.value).toISOString()
    graph.papers.behaveAs((response) => response.destroy())
    graph.now.value += 700_000
    const stale = await ask(person)
    expect(stale.data).toEqual(known.data)
    expect(stale.errors).toBeUndefined()
    expect(stale.extensions?.['provenance']).toContainEqual({
      agency: 'papers',
      source: 'STALE',
      asOf,
      entities: { live: 0, cached: 0, stale: 1, unavailable: 0 },
    })
    graph.now.value += 3_600_000
    const gone = await ask(person)
    expect(gone.data).toMatchObject({ person: { papers: null } })
    expect(gone.errors?.map(({ extensions }) => extensions['code'])).toEqual(['AGENCY_UNAVAILABLE'])
  })

  it.each([[['_entities', 0, 'papers']], [undefined]])(
    'is stood in for without an error, wherever its own stands: %j',
    async (path) => {
      const known = await ask(person)
      const answer = { data: { _entities: [{ papers: null }] }, errors: [{ message: 'It is broken.', path }] }
      graph.papers.behaveAs((response) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      })
      graph.now.value += 700_000
      const stale = await ask(person)
      expect([stale.data, stale.errors]).toEqual([known.data, undefined])
      expect(stale.extensions?.['provenance']).toContainEqual(
        expect.objectContaining({ agency: 'papers', source: 'STALE' }),
      )
    },
  )

  it('is not stood in for by what a change has made old, even one that comes while it is being asked', async () => {
    await gateway.stop()
    gateway = await graph.openGateway({ AGENCY_TIMEOUT_MS: '400' })
    await ask(person)
    graph.now.value += 700_000
    graph.papers.behaveAs(() => undefined)
    const number = graph.papers.requests.length
    const asked = ask(person)
    await graph.papers.received(number)
    await graph.announce(gateway, 'papers', '1')
    const { data } = await asked
    expect(data).toEqual({ person: { name: 'Person 1', papers: null } })
  })

  it('that needs to be live is not stood in for', async () => {
    graph.papers.allow('max-age=60')
    await ask(person)
    graph.papers.behaveAs((response) => response.destroy())
    graph.now.value += 61_000
    expect((await ask(person)).data).toMatchObject({ person: { papers: null } })
  })

  it('leaves nothing behind: errors are never kept', async () => {
    graph.papers.behaveAs((response) => {
      const errors = [{ message: 'no', path: ['_entities', 0, 'papers'] }]
      const data = { _entities: [{ papers: null }] }
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=600' })
      response.end(JSON.stringify({ data, errors }))
    })
    expect((await ask(person)).errors).toHaveLength(1)
    graph.papers.behaveAs(null)
    const { data, errors } = await ask(person)
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({ person: { papers: [{ number: 'PASSPORT 1' }] } })
  })

  it('for one entity is stood in for there, and the others are live', async () => {
    const list = '{ people(first: 2) { papers { number } } }'
    const known = await ask(list)
    graph.now.value += 700_000
    graph.papers.behaveAs((response) => {
      const errors = [{ message: 'no', path: ['_entities', 1], extensions: { code: 'AGENCY_UNAVAILABLE' } }]
      const data = { _entities: [{ papers: [{ number: 'new' }] }, null] }
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=600' })
      response.end(JSON.stringify({ data, errors }))
    })
    const { data, errors, extensions } = await ask(list)
    expect(errors).toBeUndefined()
    expect(data).toEqual({ people: [{ papers: [{ number: 'new' }] }, peopleOf(known.data)[1]] })
    expect(extensions?.['provenance']).toContainEqual(
      expect.objectContaining({ source: 'STALE', entities: { live: 1, cached: 0, stale: 1, unavailable: 0 } }),
    )
  })
})
