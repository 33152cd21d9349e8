import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { GraphAnswer, TestGateway } from '../../../support/startGateway.ts'
import { startRegistryGraph } from '../../../support/startRegistryGraph.ts'
import type { RegistryGraph } from '../../../support/startRegistryGraph.ts'

const hour = 3_600_000

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

function sourcesOf({ extensions }: GraphAnswer['body']): unknown {
  const provenance = extensions?.['provenance'] as readonly { readonly agency: string; readonly source: string }[]
  return Object.fromEntries(provenance.map(({ agency, source }) => [agency, source]))
}

function peopleOf(data: GraphAnswer['body']['data']): readonly unknown[] {
  const people = data?.['people']
  return Array.isArray(people) ? people : []
}

const person = '{ person(id: "1") { name papers { number } } }'

describe('what an agency lets be kept', () => {
  it('is asked for once, and its answer is marked with its source and the time it was true', async () => {
    const first = await ask(person)
    expect(sourcesOf(first)).toEqual({ registry: 'LIVE', papers: 'LIVE' })
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 1 })
    const asOf = new Date(graph.now.value).toISOString()
    graph.now.value += 60_000
    const second = await ask(person)
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 0 })
    expect(second.data).toEqual(first.data)
    expect(second.extensions?.['provenance']).toEqual([
      { agency: 'papers', source: 'CACHE', asOf, entities: { live: 0, cached: 1, stale: 0, unavailable: 0 } },
      { agency: 'registry', source: 'CACHE', asOf, entities: { live: 0, cached: 1, stale: 0, unavailable: 0 } },
    ])
  })

  it('is asked for again when its time is over, each agency by its own', async () => {
    await ask(person)
    graph.takeCalls()
    graph.now.value += 601_000
    expect(sourcesOf(await ask(person))).toEqual({ registry: 'CACHE', papers: 'LIVE' })
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 1 })
  })

  it('is shared by operations with the same fields in another order and under aliases', async () => {
    await ask('{ person(id: "1") { name age(on: "x") papers(kind: LETTER) { number kind } } }')
    graph.takeCalls()
    const { data } = await ask(
      'query($k: Kind, $i: ID!) { p: person(id: $i) { d: papers(kind: $k) { k: kind n: number } a: age(on: "x") name } }',
      { k: 'LETTER', i: '1' },
    )
    expect(data).toEqual({ p: { d: [{ k: 'LETTER', n: 'LETTER 1' }], a: 'on x', name: 'Person 1' } })
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 0 })
  })

  it('is not shared by other arguments, entities or selections', async () => {
    await ask('{ person(id: "1") { name papers { number } } }')
    graph.takeCalls()
    await ask('{ person(id: "1") { name papers(kind: LETTER) { number } } }')
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 1 })
    await ask('{ person(id: "1") { name papers { number kind } } }')
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 1 })
    await ask('{ person(id: "2") { name papers { number } } }')
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 1 })
  })

  it('is not shared by other inputs of a @requires', async () => {
    const query = '{ person(id: "1") { badge } }'
    expect((await ask(query)).data).toEqual({ person: { badge: 'Badge of Person 1' } })
    graph.takeCalls()
    graph.names.set('1', 'Maria')
    graph.now.value += 601_000
    graph.registry.allow('max-age=1')
    graph.now.value += hour
    expect((await ask(query)).data).toEqual({ person: { badge: 'Badge of Maria' } })
    graph.names.set('1', 'Person 1')
    graph.now.value += 2_000
    expect((await ask(query)).data).toEqual({ person: { badge: 'Badge of Person 1' } })
    graph.names.set('1', 'Maria')
    graph.now.value += 2_000
    graph.takeCalls()
    expect((await ask(query)).data).toEqual({ person: { badge: 'Badge of Maria' } })
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 0 })
  })

  it('is asked for the one of 50 that is missing', async () => {
    const list = 'query($first: Int) { people(first: $first) { id papers { number } } }'
    await ask(list, { first: 49 })
    graph.takeCalls()
    const { data } = await ask(list, { first: 50 })
    expect(data?.['people']).toHaveLength(50)
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 1 })
    expect(graph.papers.asked().at(-1)).toEqual([{ __typename: 'Person', id: '50' }])
    expect(peopleOf(data)[49]).toEqual({ id: '50', papers: [{ number: 'PASSPORT 50' }] })
    expect(peopleOf(data)[7]).toEqual({ id: '8', papers: [{ number: 'PASSPORT 8' }] })
  })

  it('is nothing where its agency says nothing, or forbids it', async () => {
    for (const header of [null, 'no-store', 'private, max-age=60', 'max-age=soon']) {
      graph.papers.allow(header)
      await ask('{ person(id: "9") { papers { number } } }')
      graph.takeCalls()
      await ask('{ person(id: "9") { papers { number } } }')
      expect(graph.takeCalls()).toEqual({ registry: 0, papers: 1 })
      graph.now.value += 11_000
    }
  })

  it('is remembered to be nothing for an unknown id, for half a minute', async () => {
    expect((await ask('{ person(id: "404") { name } }')).data).toEqual({ person: null })
    await ask('{ person(id: "404") { name } }')
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 0 })
    graph.now.value += 31_000
    await ask('{ person(id: "404") { name } }')
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 0 })
  })

  it('lives as long as its agency allows beside an entity that there is not', async () => {
    const list = '{ people(first: 2) { papers { number } } }'
    graph.papers.behaveAs((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=600' })
      response.end(JSON.stringify({ data: { _entities: [{ papers: [] }, null] } }))
    })
    await ask(list)
    graph.papers.behaveAs(null)
    graph.now.value += 40_000
    await ask(list)
    expect(graph.papers.asked().at(-1)).toEqual([{ __typename: 'Person', id: '2' }])
  })

  it('is told to developers in a header, without values, and to nobody else', async () => {
    const first = await gateway.post({ query: person })
    expect(first.headers.get('x-cache')).toBe(
      'registry:Query=live;why=unknown;count=1, papers:Person=live;why=unknown;count=1',
    )
    const second = await gateway.post({ query: person })
    expect(second.headers.get('x-cache')).toBe(
      'registry:Query=cached;why=fresh;count=1, papers:Person=cached;why=fresh;count=1',
    )
    const closed = await graph.openGateway({ NODE_ENV: 'test' })
    expect((await closed.post({ query: person })).headers.get('x-cache')).toBeNull()
    await closed.stop()
  })

  it('is not kept with CACHE=off, and changes are taken all the same', async () => {
    const plain = await graph.openGateway({ CACHE: 'off' })
    for (let round = 0; round < 2; round += 1) await plain.post({ query: person })
    expect(graph.takeCalls()).toEqual({ registry: 2, papers: 2 })
    expect(await graph.announce(plain, 'registry', '1')).toBe(204)
    await plain.stop()
  })
})

describe('a change', () => {
  it('makes everything old that any agency said of an entity, and nothing of others', async () => {
    await ask(person)
    await ask('{ person(id: "2") { name papers { number } } }')
    graph.takeCalls()
    graph.names.set('1', 'Maria')
    expect(await graph.announce(gateway, 'papers', '1')).toBe(204)
    expect((await ask(person)).data).toMatchObject({ person: { name: 'Maria' } })
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 1 })
    await ask('{ person(id: "2") { name papers { number } } }')
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 0 })
  })

  it('makes lists old that show the entity or may begin to, and what else shows it', async () => {
    const list = '{ people { id } census { count } }'
    const friends = '{ person(id: "1") { friends { name } } }'
    const towns = '{ person(id: "1") { home { name } } }'
    for (const query of [list, friends, towns]) await ask(query)
    graph.takeCalls()
    graph.names.set('2', 'Ana')
    graph.names.delete('60')
    await graph.announce(gateway, 'registry', '2', '60')
    expect((await ask(friends)).data).toEqual({ person: { friends: [{ name: 'Ana' }] } })
    expect((await ask(list)).data).toMatchObject({ census: { count: 59 } })
    expect(graph.takeCalls()).toEqual({ registry: 2, papers: 0 })
    await ask(towns)
    expect(graph.takeCalls()).toEqual({ registry: 0, papers: 0 })
  })

  it('makes the answer to an unknown id old', async () => {
    await ask('{ person(id: "61") { name } }')
    graph.names.set('61', 'Nona')
    await graph.announce(gateway, 'registry', '61')
    expect((await ask('{ person(id: "61") { name } }')).data).toEqual({ person: { name: 'Nona' } })
  })

  it('is never undone by an answer from before it that is written late, and nobody who asks after it gets that', async () => {
    const release = graph.registry.hold()
    const early = ask(person)
    await graph.registry.received(0)
    graph.names.set('1', 'Maria')
    expect(await graph.announce(gateway, 'registry', '1')).toBe(204)
    const after = ask(person)
    await graph.registry.received(1)
    release()
    expect((await early).data).toMatchObject({ person: { name: 'Person 1' } })
    expect((await after).data).toMatchObject({ person: { name: 'Maria' } })
    expect((await ask(person)).data).toMatchObject({ person: { name: 'Maria' } })
  })

  it('is made by a mutation too', async () => {
    await ask(person)
    graph.takeCalls()
    await ask('mutation { rename(id: "1", name: "Rosa") { id } }')
    expect((await ask(person)).data).toMatchObject({ person: { name: 'Rosa' } })
    expect(graph.takeCalls()).toEqual({ registry: 2, papers: 0 })
  })
})

describe('200 requests at once for one cold applicant', () => {
  it('make one call to each agency', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(person)))
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
    expect(graph.takeCalls()).toEqual({ registry: 1, papers: 1 })
  })
})

describe('the metrics', () => {
  it('count what became of each question', async () => {
    await ask(person)
    await ask(person)
    await ask('{ person(id: "404") { name } }')
    const text = await (await fetch(gateway.metricsUrl)).text()
    expect(text).toContain('satu_atap_cache_questions_total{agency="papers",type="Person",outcome="miss"} 1')
    expect(text).toContain('satu_atap_cache_questions_total{agency="papers",type="Person",outcome="hit"} 1')
    expect(text).toContain('satu_atap_cache_questions_total{agency="registry",type="Query",outcome="miss"} 2')
    expect(text).toContain('satu_atap_cache_breaker_state{state="closed"} 1')
  })

  it('count a remembered unknown id as negative, and not as a hit', async () => {
    for (let round = 0; round < 3; round += 1) await ask('{ person(id: "404") { name } }')
    const text = await (await fetch(gateway.metricsUrl)).text()
    expect(text).toContain('satu_atap_cache_questions_total{agency="registry",type="Query",outcome="negative"} 2')
    expect(text).not.toContain('satu_atap_cache_questions_total{agency="registry",type="Query",outcome="hit"}')
  })
})
