import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { errorOf } from '../../support/errorOf.ts'
import { manifestOf } from '../../support/manifestOf.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { GraphBody, TestGateway } from '../../support/startGateway.ts'
import { until } from '../../support/until.ts'
import { writeTemporary } from '../../support/writeTemporary.ts'
import type { TemporaryFile } from '../../support/writeTemporary.ts'

const title = 'query Title($id: ID!) { book(id: $id) { title } }'
const graphqlJson = { accept: 'application/graphql-response+json' }
const laskar = { data: { book: { title: 'Laskar Pelangi' } } }

function persisted(text: string): object {
  return { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') } }
}

let bookshop: Bookshop
let manifest: TemporaryFile
let gateway: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
})

afterAll(() => bookshop.stop())

afterEach(async () => {
  await gateway.stop()
  await manifest.remove()
})

async function start(variables: Readonly<Record<string, string>>, ...texts: readonly string[]): Promise<void> {
  manifest = await writeTemporary(manifestOf(...texts))
  gateway = await startGateway(bookshop.supergraph, { OPERATIONS_PATH: manifest.path, ...variables })
}

async function get(parameters: Readonly<Record<string, unknown>>): Promise<{ status: number; body: GraphBody }> {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  const response = await fetch(`${gateway.url}?${search}`, { headers: graphqlJson })
  return { status: response.status, body: (await response.json()) as GraphBody }
}

describe.each(['registered', 'any'])('a registered operation, with OPERATIONS=%s,', (OPERATIONS) => {
  it('is answered by its hash, by its text, by both, and over GET', async () => {
    await start({ OPERATIONS }, title)
    const variables = { id: '1' }
    const extensions = persisted(title)
    expect((await gateway.post({ extensions, variables })).body).toMatchObject(laskar)
    expect((await gateway.post({ query: title, variables })).body).toMatchObject(laskar)
    expect((await gateway.post({ query: `# Title\n${title}`, variables })).body).toMatchObject(laskar)
    expect((await gateway.post({ query: title, extensions, variables, operationName: 'Title' })).body).toMatchObject(
      laskar,
    )
    expect((await get({ extensions, variables })).body).toMatchObject(laskar)
  })

  it('is named in the log as it is registered, also where its variables are refused, and others are not', async () => {
    await start({ OPERATIONS: 'any' }, title)
    await gateway.post({ query: `# written otherwise\n${title}`, variables: { id: '1' } })
    await gateway.post({ query: title, variables: {} })
    await gateway.post({ query: 'query Other { books { title } }' })
    await gateway.post({ query: 'query Other {' })
    const [first, refused, other, unread] = gateway.lines().filter(({ msg }) => msg === 'request ended')
    expect(first).toMatchObject({ name: 'gateway', outcome: 'answered', operationName: 'Title' })
    expect(refused).toMatchObject({ outcome: 'refused', operationName: 'Title', operation: first?.['operation'] })
    expect(other).toMatchObject({ outcome: 'answered', operation: expect.any(String) })
    expect(unread).toMatchObject({ outcome: 'refused', codes: ['GRAPHQL_PARSE_FAILED'] })
    for (const line of [other, unread]) expect(line).not.toHaveProperty('operationName')
    expect(unread).not.toHaveProperty('operation')
  })

  it('is not found by another hash: 200 in plain JSON, with what clients of the protocol look for', async () => {
    await start({ OPERATIONS }, title)
    const request = { extensions: persisted('{ books { title } }') }
    const plain = await gateway.post(request, { accept: 'application/json' })
    expect(plain.status).toBe(200)
    expect(plain.body).toEqual(errorOf('PERSISTED_QUERY_NOT_FOUND'))
    expect(plain.body.errors?.[0]?.message).toBe('PersistedQueryNotFound')
    const { status, body } = await gateway.post(request, graphqlJson)
    expect({ status, body }).toEqual({ status: 400, body: errorOf('PERSISTED_QUERY_NOT_FOUND') })
    expect(await get(request)).toEqual({ status: 400, body: errorOf('PERSISTED_QUERY_NOT_FOUND') })
  })

  it('is not taken for the text of another', async () => {
    await start({ OPERATIONS }, title)
    const answer = await gateway.post({ query: '{ books { title } }', extensions: persisted(title) })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('BAD_REQUEST'))
    expect(answer.body.errors?.[0]?.extensions['parameter']).toBe('extensions')
  })
})

describe('an operation that is not registered', () => {
  it('is refused in registered mode before it costs anything, and nobody is asked', async () => {
    await start({ OPERATIONS: 'registered' }, title)
    const before = bookshop.books.requests.length
    for (const query of ['{ books { title } }', '{ books { isbn } }', '{ books', title.replace('title', 'pages')]) {
      for (const extensions of [undefined, persisted(query)]) {
        const { status, body } = await gateway.post({ query, extensions, variables: { id: '1' } }, graphqlJson)
        expect({ status, body }).toEqual({ status: 400, body: errorOf('OPERATION_NOT_REGISTERED') })
      }
    }
    expect(bookshop.books.requests).toHaveLength(before)
    expect((await gateway.post({ query: title, variables: { id: '1' } })).body).toMatchObject(laskar)
  })

  it('is answered elsewhere, also with its hash beside it', async () => {
    await start({ OPERATIONS: 'any' }, title)
    const query = '{ book(id: "1") { title } }'
    expect((await gateway.post({ query, extensions: persisted(query) })).body).toMatchObject(laskar)
    // Its hash is remembered for nobody.
    expect((await gateway.post({ extensions: persisted(query) })).body).toEqual(errorOf('PERSISTED_QUERY_NOT_FOUND'))
  })
})

describe('a supergraph', () => {
  const sdl = 'type Query { book(id: ID!): Book } type Book { title: String }'
  const url = 'http://127.0.0.1:9/graphql'
  const narrower = composeSupergraph([{ name: 'books', url, sdl: sdl.replace('title', 'name') }])
  const refused = () => gateway.lines().filter(({ msg }) => /cannot be served, and the last stays/.test(String(msg)))
  const taken = () => gateway.lines().filter(({ msg }) => msg === 'another supergraph is served')

  it('that breaks a registered operation is not taken over, and the operation is named', async () => {
    await start({ OPERATIONS: 'registered', SUPERGRAPH_WATCH_MS: '20' }, title)
    await gateway.writeSupergraph(narrower)
    await until('it is refused', () => refused().length > 0)
    expect(refused()[0]).toMatchObject({ reason: expect.stringMatching(/OPERATIONS_PATH names operations .*Title \(/) })
    expect((await gateway.post({ extensions: persisted(title), variables: { id: '1' } })).body).toMatchObject(laskar)
  })

  it('is taken over with the manifest as it is then', async () => {
    await start({ OPERATIONS: 'registered', SUPERGRAPH_WATCH_MS: '20' }, title)
    const name = 'query Name($id: ID!) { book(id: $id) { name } }'
    await manifest.write(manifestOf(name))
    await gateway.writeSupergraph(narrower)
    await until('it is taken over', () => taken().length > 0)
    expect((await gateway.post({ query: name, variables: { id: '1' } })).body).toHaveProperty('data')
    expect((await gateway.post({ query: title, variables: { id: '1' } })).body).toEqual(
      errorOf('OPERATION_NOT_REGISTERED'),
    )
  })

  it('stays where other operations come alone', async () => {
    await start({ OPERATIONS: 'registered', SUPERGRAPH_WATCH_MS: '20' }, title)
    const other = 'query Other($id: ID!) { book(id: $id) { id title } }'
    const ask = () => gateway.post({ extensions: persisted(other), variables: { id: '1' } })
    expect((await ask()).body).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] })
    await manifest.write(manifestOf(title, other))
    await until('they are taken over', () =>
      gateway.lines().some(({ msg, operations }) => msg === 'other operations are registered' && operations === 2),
    )
    expect((await ask()).body).toMatchObject(laskar)
    expect((await gateway.post({ extensions: persisted(title), variables: { id: '1' } })).body).toMatchObject(laskar)
    expect(taken()).toEqual([])
  })

  it('is not served at all with operations that do not fit it', async () => {
    await start({}, title)
    await expect(startGateway(narrower, { OPERATIONS_PATH: manifest.path })).rejects.toThrow(/Title/)
    await expect(startGateway(narrower, { OPERATIONS_PATH: '/nowhere' })).rejects.toThrow('cannot be read')
    await expect(startGateway(narrower, { OPERATIONS: 'registered' })).rejects.toThrow('cannot be read')
  })

  it('of this project fits what it registers', async () => {
    await start({}, title)
    const path = 'schema/operations/manifest.json'
    const ours = await startGateway(readFileSync('schema/supergraph.graphql', 'utf8'), { OPERATIONS_PATH: path })
    await ours.stop()
    expect(ours.lines().filter(({ level }) => level === 'error')).toEqual([])
  })
})
