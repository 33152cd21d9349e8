import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../support/composeSupergraph.ts'
import { productionSecrets } from '../support/productionSecrets.ts'
import { spawnGateway } from '../support/spawnGateway.ts'
import { startBookshop } from '../support/startBookshop.ts'
import type { Bookshop } from '../support/startBookshop.ts'

const knownIssuer = { ACCESS: 'enforced', JWKS_URL: 'http://127.0.0.1:1/keys', TOKEN_ISSUER: 'https://login.example' }

let bookshop: Bookshop
let folder: string
let supergraph: string

beforeAll(async () => {
  bookshop = await startBookshop()
  folder = await mkdtemp(join(tmpdir(), 'gateway-e2e-'))
  supergraph = join(folder, 'supergraph.graphql')
  await writeFile(supergraph, bookshop.supergraph)
})

afterAll(async () => {
  await bookshop.stop()
  await rm(folder, { recursive: true })
})

function ask(url: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ book(id: "1") { title } }' }),
  })
}

describe('the gateway as a process', () => {
  it('warns of a variable that nobody reads, and names the one that was meant', async () => {
    const gateway = spawnGateway({ SUPERGRAPH_PATH: supergraph, CLIENT_RATES: '3' })
    await gateway.ready
    gateway.signal('SIGTERM')
    const { output } = await gateway.exited
    expect(output).toMatch(/"level":"warn".*"variable":"CLIENT_RATES","meant":"CLIENT_RATE"/)
  })

  it.each(['BOKS_URL', 'books-URL', 'reviews_url'])('warns of an address that no agency has: %s', async (name) => {
    const gateway = spawnGateway({
      SUPERGRAPH_PATH: supergraph,
      REDIS_URL: 'redis://127.0.0.1:1',
      [name]: 'http://a.example',
    })
    await gateway.ready
    gateway.signal('SIGTERM')
    const { output } = await gateway.exited
    const meant = name.startsWith('r') ? 'REVIEWS_URL' : 'BOOKS_URL'
    const warned = output.split('\n').filter((line) => line.includes('a variable of the environment is not known'))
    expect(warned).toEqual([expect.stringContaining(`"variable":"${name}","meant":"${meant}"`)])
    expect(output).not.toContain('a.example')
  })

  it('finishes the request in flight after SIGTERM, and is gone within two seconds', async () => {
    const held: ServerResponse[] = []
    bookshop.books.behaveAs((response) => held.push(response))
    const before = bookshop.books.requests.length
    const gateway = spawnGateway({ SUPERGRAPH_PATH: supergraph })
    const asked = ask(await gateway.ready)
    await bookshop.books.received(before)
    const begin = performance.now()
    gateway.signal('SIGTERM')
    held[0]?.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"book":{"title":"Late"}}}')
    const response = await asked
    expect(await response.json()).toMatchObject({ data: { book: { title: 'Late' } } })
    const { status, output } = await gateway.exited
    expect(performance.now() - begin).toBeLessThan(2_000)
    expect(status).toBe(0)
    expect(output).toContain('"msg":"stopped"')
  })

  it('answers the request in flight with a gap when a subgraph keeps it waiting after SIGTERM', async () => {
    bookshop.books.behaveAs(() => undefined)
    const before = bookshop.books.requests.length
    const gateway = spawnGateway({ SUPERGRAPH_PATH: supergraph, DEADLINE_MS: '30000', AGENCY_TIMEOUT_MS: '30000' })
    const asked = ask(await gateway.ready)
    await bookshop.books.received(before)
    const begin = performance.now()
    gateway.signal('SIGTERM')
    const response = await asked
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] })
    const { status } = await gateway.exited
    expect(performance.now() - begin).toBeLessThan(2_000)
    expect(status).toBe(0)
  })

  it('starts and is ready with all subgraphs down, and calls nobody by itself', async () => {
    const path = join(folder, 'down.graphql')
    const sdl = 'type Query { word: String }'
    await writeFile(path, composeSupergraph([{ name: 'words', url: 'http://127.0.0.1:9/graphql', sdl }]))
    const gateway = spawnGateway({ SUPERGRAPH_PATH: path, APOLLO_KEY: 'service:a:b', APOLLO_GRAPH_REF: 'a@b' })
    const url = await gateway.ready
    const ready = await fetch(new URL('/health/ready', url))
    expect(ready.status).toBe(200)
    expect(gateway.connections()).toBe(0)
    const response = await fetch(`${url}?query={word}`)
    expect(await response.json()).toMatchObject({
      data: { word: null },
      errors: [{ path: ['word'], extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'words' } }],
    })
    expect(gateway.connections()).toBeGreaterThan(0)
    gateway.signal('SIGTERM')
    expect((await gateway.exited).status).toBe(0)
  })

  it.each([
    [
      'a wrong value',
      { PORT: 'four' },
      'PORT has a value that is not allowed. Allowed is a whole number from 0 to 65535.\n',
    ],
    [
      'no secret in production',
      { ...productionSecrets, ...knownIssuer, CALL_SECRET: '' },
      'CALL_SECRET must be set in production, to a secret of at least 32 characters of your own.\n',
    ],
    [
      'an address of an agency that is none',
      { POLICE_CLEARANCE_URL: 'polri.internal' },
      'POLICE_CLEARANCE_URL has a value that is not allowed. Allowed is a URL that begins with http:// or https://.\n',
    ],
    [
      'one port for two',
      { PORT: '4100', METRICS_PORT: '4100' },
      'METRICS_PORT is the same as PORT. Allowed is another port, or 0 for a free one.\n',
    ],
    [
      'no supergraph',
      { SUPERGRAPH_PATH: '/nowhere' },
      'SUPERGRAPH_PATH names a file that cannot be read. Allowed is the path of a supergraph of Federation 2, such as `npm run compose` writes.\n',
    ],
  ])('refuses to start with %s, in one plain sentence', async (_what, variables, sentence) => {
    const { status, errors, output } = await spawnGateway(variables).exited
    expect({ status, errors, output }).toEqual({ status: 1, errors: sentence, output: '' })
  })
})
