import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const query = '{ book(id: "1") { title } }'
const friend = 'https://friend.example'

let bookshop: Bookshop
let gateway: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
  gateway = await startGateway(bookshop.supergraph, { ALLOWED_ORIGINS: friend })
})

afterAll(async () => {
  await gateway.stop()
  await bookshop.stop()
})

describe('a page in a browser', () => {
  it.each([
    ['of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['of another site that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['of another site, in an old browser', { origin: 'https://evil.example' }],
    ['without a site, in an old browser', { origin: 'null' }],
  ] as const)('%s is refused', async (_whose, headers) => {
    const answer = await gateway.post({ query }, headers)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ errors: [{ extensions: { code: 'CROSS_SITE_REFUSED' } }] })
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it.each([
    ['of this site', { 'sec-fetch-site': 'same-origin' }],
    ['of a site next to this one', { 'sec-fetch-site': 'same-site' }],
    ['that the user has typed in', { 'sec-fetch-site': 'none' }],
    ['of a friend', { 'sec-fetch-site': 'cross-site', origin: friend }],
  ] as const)('%s is let in', async (_whose, headers) => {
    const answer = await gateway.post({ query }, headers)
    expect(answer.status).toBe(200)
  })

  it('of this very host is let in by an old browser', async () => {
    const answer = await gateway.post({ query }, { origin: gateway.origin })
    expect(answer.status).toBe(200)
  })

  it('of a friend may ask first, and read the answer', async () => {
    const preflight = await fetch(gateway.url, {
      method: 'OPTIONS',
      headers: { origin: friend, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(friend)
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type')
    const answer = await gateway.post({ query }, { origin: friend })
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend)
    expect(answer.headers.get('vary')).toBe('origin')
  })

  it('of a friend may read a refusal too', async () => {
    const answer = await gateway.post('{', { origin: friend })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('access-control-allow-origin')).toBe(friend)
  })

  it('of a stranger may not even ask first', async () => {
    const preflight = await fetch(gateway.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(403)
  })
})

describe('the correlation id', () => {
  const id = '0b5d9b46-6d5e-4f64-9a0c-0e6d7d3f2a11'

  it('is taken from the client, told in the answer, and sent on', async () => {
    const answer = await gateway.post({ query: '{ nothing }' }, { 'x-correlation-id': id.toUpperCase() })
    expect(answer.headers.get('x-correlation-id')).toBe(id)
    expect(answer.body.errors?.[0]?.extensions['correlationId']).toBe(id)
    await gateway.post({ query }, { 'x-correlation-id': id })
    expect(bookshop.books.requests.at(-1)?.headers['x-correlation-id']).toBe(id)
  })

  it.each([
    '5318075205999001',
    '53180752-0599-9001-0000-000000000000',
    id.replace('-9a0c-', '-7a0c-'),
    'a b',
    'x'.repeat(300),
    `${id}0`,
  ])('is a new one where the client gives %s', async (given) => {
    const answer = await gateway.post({ query }, { 'x-correlation-id': given })
    expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
    expect(JSON.stringify(gateway.lines())).not.toContain(given)
  })
})

/** What the gateway answers to these bytes, until it closes the connection. */
async function exchangeBytes(bytes: string): Promise<string> {
  const { hostname, port } = new URL(gateway.origin)
  const socket = connect(Number(port), hostname)
  socket.write(bytes)
  const received: string[] = []
  for await (const chunk of socket) received.push(String(chunk))
  return received.join('')
}

describe('bytes that are no HTTP request', () => {
  it.each([
    ['nonsense', 'this is no HTTP\r\n\r\n', 400, 'BAD_REQUEST'],
    ['endless headers', `GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['no host', 'GET /graphql?query={__typename} HTTP/1.0\r\n\r\n', 400, 'BAD_REQUEST'],
    ['no host where there must be one', 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'an expectation that nobody knows',
      'GET /graphql?query={__typename} HTTP/1.1\r\nhost: a\r\nexpect: miracles\r\nconnection: close\r\n\r\n',
      417,
      'EXPECTATION_FAILED',
    ],
    [
      'a host that is none',
      'GET /graphql?query={__typename} HTTP/1.1\r\nhost: [::1\r\nconnection: close\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
  ])('are refused in the shape of all errors: %s', async (_what, ...[bytes, status, code]) => {
    const text = await exchangeBytes(bytes)
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({ errors: [{ extensions: { code } }] })
  })
})

describe('an expectation that HTTP knows', () => {
  it('is met: the body is asked for, and the request answered', async () => {
    const body = JSON.stringify({ query })
    const text = await exchangeBytes(
      `POST /graphql HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    expect(text).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/)
  })
})

describe('the answer', () => {
  it('is not kept by any cache and not guessed at by a browser', async () => {
    const { headers } = await gateway.post({ query })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the log', () => {
  it('has one line a request, which says how it ended and nothing of what the client wrote', async () => {
    const secret = 'Maria Goreti 5318075205999001'
    const before = gateway.lines().length
    const { headers } = await gateway.post(
      {
        query: `query Maria_5318075205999001($id: ID!) { book(id: $id) { title } }`,
        variables: { id: secret },
        operationName: 'Maria_5318075205999001',
      },
      { 'user-agent': secret, authorization: secret },
    )
    const lines = gateway.lines().slice(before)
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        name: 'gateway',
        msg: 'request ended',
        correlationId: headers.get('x-correlation-id'),
        outcome: 'answered',
        status: 200,
        milliseconds: expect.any(Number),
        codes: [],
        operation: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Maria|5318075205999001/)
  })

  it('has the codes of the errors', async () => {
    await gateway.post({ query: '{ nothing nothingElse }' })
    expect(gateway.lines().at(-1)).toMatchObject({ outcome: 'refused', codes: ['GRAPHQL_VALIDATION_FAILED'] })
  })

  it('has no line for probes of health', async () => {
    const before = gateway.lines().length
    await fetch(`${gateway.origin}/health`)
    await fetch(`${gateway.origin}/health/ready`)
    expect(gateway.lines()).toHaveLength(before)
  })
})
