import { createHash } from 'node:crypto'
import { unwatchFile, watchFile } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'
import { startSubgraph } from '../../support/startSubgraph.ts'
import type { TestSubgraph } from '../../support/startSubgraph.ts'
import { until } from '../../support/until.ts'

jest.setTimeout(120_000)

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'

/** Two agencies that say of everything in which world they are, and their supergraph. */
interface World {
  readonly books: TestSubgraph
  readonly prices: TestSubgraph
  readonly supergraph: string
}

/** Fields of one world alone stand in the middle of the same types. */
async function startWorld(name: string): Promise<World> {
  const world = () => name
  const books = await startSubgraph({
    name: 'books',
    sdl: `${link} type Query { book: Book } type Book @key(fields: "id") { id: ID! title: String only_${name}: String }`,
    resolvers: { Query: { book: () => ({ id: '1' }) }, Book: { title: world, [`only_${name}`]: world } },
  })
  const prices = await startSubgraph({
    name: 'prices',
    sdl: `${link} type Book @key(fields: "id") { id: ID! price: String }`,
    resolvers: { Book: { __resolveReference: ({ id }: { id: string }) => ({ id }), price: world } },
  })
  for (const subgraph of [books, prices]) subgraph.allow('max-age=60')
  return { books, prices, supergraph: composeSupergraph([books, prices]) }
}

let old: World
let next: World
let gateway: TestGateway

beforeAll(async () => {
  old = await startWorld('old')
  next = await startWorld('next')
})
afterAll(async () => {
  for (const { books, prices } of [old, next]) await Promise.all([books.stop(), prices.stop()])
})
afterEach(() => gateway.stop())

async function start(variables: Readonly<Record<string, string>> = {}): Promise<void> {
  gateway = await startGateway(old.supergraph, { SUPERGRAPH_WATCH_MS: '20', ...variables })
}

const taken = (): number => gateway.lines().filter(({ msg }) => msg === 'another supergraph is served').length
const refused = () => gateway.lines().filter(({ msg }) => /cannot be served, and the last stays/.test(String(msg)))

async function replaceBy({ supergraph }: Pick<World, 'supergraph'>): Promise<void> {
  const before = taken()
  await gateway.writeSupergraph(supergraph)
  await until('it is taken over', () => taken() > before)
}

const both = '{ book { title price } }'

describe.each(['satu-atap', 'apollo'])('another supergraph, with the engine %s,', (engine) => {
  test('is taken over while 64 clients ask, 20 times, and no answer fails or is of both', async () => {
    await start({ ENGINE: engine })
    const over = new AbortController()
    const seen = new Set<unknown>()
    async function ask(): Promise<number> {
      let answers = 0
      while (!over.signal.aborted) {
        const { status, body } = await gateway.post({ query: both })
        const book = body.data?.['book'] as { readonly title: string; readonly price: string }
        expect({ status, errors: body.errors, price: book.price }).toEqual({ status: 200, price: book.title })
        seen.add(book.title)
        answers += 1
      }
      return answers
    }
    const clients = Array.from({ length: 64 }, ask)
    // Settled here, so that a client that fails is told of and not left alone.
    const asked = Promise.all(clients).finally(() => over.abort())
    asked.catch(() => undefined)
    for (let turn = 0; turn < 20 && !over.signal.aborted; turn += 1) await replaceBy(turn % 2 === 0 ? next : old)
    over.abort()
    expect(Math.min(...(await asked))).toBeGreaterThan(0)
    expect(seen).toEqual(new Set(['old', 'next']))
    expect(taken()).toBe(20)
  })

  test('changes nothing for a request that has begun', async () => {
    await start({ ENGINE: engine })
    const release = old.books.hold()
    const { length } = old.books.requests
    const begun = gateway.post({ query: '{ book { title price only_old } }' })
    await old.books.received(length)
    await replaceBy(next)
    expect((await gateway.post({ query: both })).body.data).toEqual({ book: { title: 'next', price: 'next' } })
    release()
    expect((await begun).body).toMatchObject({ data: { book: { title: 'old', price: 'old', only_old: 'old' } } })
  })
})

describe('another supergraph', () => {
  test('is what operations are held to from then on', async () => {
    await start()
    await replaceBy(next)
    expect((await gateway.post({ query: '{ book { only_old } }' })).body.errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    )
    expect((await gateway.post({ query: '{ book { only_next } }' })).body.data).toEqual({ book: { only_next: 'next' } })
  })

  test('is told with where its agencies are asked, and so is the first; no account is', async () => {
    await start({ PRICES_URL: 'http://maria:secret@127.0.0.1:9/graphql?key=secret' })
    await replaceBy(next)
    const [first, other] = gateway.lines().filter(({ msg }) => String(msg).endsWith('supergraph is served'))
    const prices = 'http://127.0.0.1:9'
    expect(first).toMatchObject({
      msg: 'a supergraph is served',
      agencies: { books: new URL(old.books.url).origin, prices },
      supergraph: createHash('sha256').update(old.supergraph).digest('hex').slice(0, 12),
      operations: 0,
      manifest: expect.stringMatching(/^[0-9a-f]{12}$/),
    })
    expect(other).toMatchObject({
      agencies: { books: new URL(next.books.url).origin, prices },
      supergraph: createHash('sha256').update(next.supergraph).digest('hex').slice(0, 12),
    })
    expect(JSON.stringify(gateway.lines())).not.toMatch(/maria|secret/)
  })

  test('that cannot be served is told, and the last one stays; what is written next counts', async () => {
    await start()
    await gateway.writeSupergraph('type Query { book: ')
    await until('it is refused', () => refused().length === 1)
    expect(refused()[0]).toMatchObject({ level: 'error', reason: expect.stringContaining('not GraphQL') })
    expect((await gateway.post({ query: both })).body.data).toEqual({ book: { title: 'old', price: 'old' } })
    await replaceBy(next)
    expect((await gateway.post({ query: both })).body.data).toEqual({ book: { title: 'next', price: 'next' } })
    expect(await (await fetch(gateway.metricsUrl)).text()).toMatch(
      /reloads_total\{outcome="taken"\} 1\n.*reloads_total\{outcome="refused"\} 1\n/s,
    )
  })

  test('brings its own agencies: others are neither called nor listed any more', async () => {
    await start()
    await replaceBy({ supergraph: composeSupergraph([{ ...next.books, name: 'library' }]) })
    const { agencies } = (await (await fetch(`${gateway.origin}/health/ready`)).json()) as {
      readonly agencies: readonly { readonly agency: string }[]
    }
    expect(agencies.map(({ agency }) => agency)).toEqual(['library'])
    const metrics = await (await fetch(gateway.metricsUrl)).text()
    expect(metrics.match(/breaker_state\{agency=.*/g)).toEqual([
      'breaker_state{agency="library",state="closed"} 1',
      'breaker_state{agency="library",state="half-open"} 0',
      'breaker_state{agency="library",state="open"} 0',
    ])
  })

  test('is not looked for where nobody wants it', async () => {
    await start({ SUPERGRAPH_WATCH_MS: '0' })
    let looks = 0
    watchFile(gateway.supergraphPath, { interval: 10 }, () => (looks += 1))
    await gateway.writeSupergraph(next.supergraph)
    await until('somebody else has seen it', () => looks > 0)
    unwatchFile(gateway.supergraphPath)
    expect((await gateway.post({ query: both })).body.data).toEqual({ book: { title: 'old', price: 'old' } })
  })
})
