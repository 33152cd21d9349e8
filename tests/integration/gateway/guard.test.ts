import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createHttpServer } from '../../../gateway/intake/createHttpServer.ts'
import { createLogger } from '../../../platform/createLogger.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const query = '{ book(id: "1") { title } }'
const friend = 'https://friend.example'
const stranger = 'https://stranger.example'
const policy = "default-src 'none';frame-ancestors 'none'"

let bookshop: Bookshop
let gateway: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
  gateway = await startGateway(bookshop.supergraph, { ALLOWED_ORIGINS: `${friend},http://localhost:3000` })
})

afterAll(async () => {
  await gateway.stop()
  await bookshop.stop()
})

/** What the gateway answers to these bytes, until it closes the connection. */
async function exchangeBytes(bytes: string): Promise<Headers> {
  const { hostname, port } = new URL(gateway.origin)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  const received: string[] = []
  for await (const chunk of socket) received.push(String(chunk))
  const [, ...lines] = received.join('').split('\r\n\r\n')[0]?.split('\r\n') ?? []
  return new Headers(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]))
}

const headersOf = async (path: string, options: RequestInit = {}): Promise<Headers> =>
  (await fetch(new URL(path, gateway.origin), options)).headers

const post =
  (body: string, headers: Readonly<Record<string, string>> = {}) =>
  () =>
    headersOf('/graphql', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

describe('the guard of an answer', () => {
  it.each<[string, () => Promise<Headers>]>([
    ['data', post(JSON.stringify({ query }))],
    ['an error in the operation', post('{"query":"{ nothing }"}')],
    ['what is no JSON', post('{')],
    ['a body that is too large', post(' '.repeat(300_000))],
    ['what is of no type that is read', post('a=b', { 'content-type': 'text/plain' })],
    ['a page of another site', post('{}', { 'sec-fetch-site': 'cross-site' })],
    ['another method', () => headersOf('/graphql', { method: 'DELETE' })],
    ['the question of a browser', () => headersOf('/graphql', { method: 'OPTIONS', headers: { origin: friend } })],
    ['no such address', () => headersOf('/nowhere')],
    ['an address that cannot be read', () => headersOf('/%zz')],
    ['an announcement of nobody', () => headersOf('/changes', { method: 'POST' })],
    ['health', () => headersOf('/health')],
    ['readiness', () => headersOf('/health/ready')],
    ['metrics', () => headersOf(gateway.metricsUrl)],
    ['no host', () => exchangeBytes('GET /health HTTP/1.1\r\nconnection: close\r\n\r\n')],
    [
      'an unmet expectation',
      () => exchangeBytes('GET / HTTP/1.1\r\nhost: a\r\nexpect: b\r\nconnection: close\r\n\r\n'),
    ],
    ['what is no HTTP', () => exchangeBytes('this is no HTTP\r\n\r\n')],
    ['endless headers', () => exchangeBytes(`GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`)],
  ])('stands beside %s', async (_what, answer) => {
    const headers = await answer()
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': policy,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    for (const name of ['x-powered-by', 'server', 'strict-transport-security']) expect(headers.has(name)).toBe(false)
  })

  it.each([
    [true, 'max-age=31536000; includeSubDomains'],
    [false, undefined],
  ])('asks for TLS in production and nowhere else: %s', async (production, expected) => {
    const logger = createLogger({ name: 'test', level: 'silent' })
    const server = createHttpServer({
      logger,
      bodyLimits: { bytes: 1024, values: 1_000 },
      arrivalLimit: 1000,
      exchangeLimit: 5000,
      production,
    })
    const { headers } = await server.inject('/nowhere')
    await server.close()
    expect(headers['strict-transport-security']).toBe(expected)
    expect(headers['content-security-policy']).toBe(policy)
  })
})

describe('the page of the explorer', () => {
  it('may run the scripts that stand in it, and none besides', async () => {
    const response = await fetch(gateway.origin)
    const page = await response.text()
    const directives = (response.headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((text) => text.split(' '))
    const sources = Object.fromEntries(directives.map(([name = '', ...values]) => [name, values]))
    const hash = createHash('sha256').update(scriptAt(page)).digest('base64')
    expect(sources['script-src']).toEqual([`'sha256-${hash}'`])
    // There is no other script, and none in an attribute: this is counted, since a failure would print the page.
    expect(page.replace(scriptAt(page), '').match(/<script|<[^>]*\son\w+=/gi)).toEqual(['<script'])
    expect({ ...sources, 'script-src': [] }).toEqual({
      'default-src': ["'none'"],
      'script-src': [],
      'worker-src': ['blob:'],
      'style-src': ["'unsafe-inline'"],
      'img-src': ['data:'],
      'font-src': ['data:'],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    })
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })
})

/** What a browser runs: from the first tag to the first that ends it. */
function scriptAt(page: string): string {
  const start = page.indexOf('<script>') + '<script>'.length
  return page.slice(start, page.indexOf('</script>', start))
}

function corsOf(headers: Headers): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')))
}

describe('what a page of another site is told (CORS)', () => {
  const ask = (origin: string) =>
    headersOf('/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'sec-fetch-site': 'cross-site',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-anything',
      },
    })

  it.each([friend, 'http://localhost:3000'])(
    'where it is %s: what it may send and read, and no more',
    async (origin) => {
      expect(corsOf(await ask(origin))).toEqual({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type, x-purpose, x-correlation-id, x-deadline-ms',
        'access-control-expose-headers': 'x-correlation-id, retry-after, x-cache',
        'access-control-max-age': '600',
      })
      expect(corsOf(await post(JSON.stringify({ query }), { origin })())).toEqual({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': 'x-correlation-id, retry-after, x-cache',
      })
    },
  )

  it.each([stranger, 'null', `${friend}.stranger.example`, 'http://friend.example', `${friend}:8443`, '*'])(
    'where it is %s: nothing',
    async (origin) => {
      const answers = [await ask(origin), await post(JSON.stringify({ query }), { origin })()]
      for (const headers of answers) {
        expect(corsOf(headers)).toEqual({})
        expect(headers.get('vary')).toBe('origin')
      }
    },
  )

  it('is nothing beside the graph', async () => {
    for (const path of ['/health', '/health/ready', '/', '/nowhere', '/changes']) {
      expect(corsOf(await headersOf(path, { headers: { origin: friend } }))).toEqual({})
    }
  })
})
