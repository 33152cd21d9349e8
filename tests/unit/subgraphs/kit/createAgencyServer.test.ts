import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import type { Response } from 'graphql-http'
import { createCallSigner } from '../../../../platform/createCallSigner.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import type { Database } from '../../../../subgraphs/kit/Database.ts'
import { createAgencyServer } from '../../../../subgraphs/kit/createAgencyServer.ts'
import type { AgencyServerOptions } from '../../../../subgraphs/kit/createAgencyServer.ts'

const now = Date.parse('2026-11-24T02:00:00Z')
const callKey = deriveCallKey('a secret of at least 32 characters', 'health')
const answered: Response = [
  '{"data":{}}',
  { status: 200, statusText: 'OK', headers: { 'content-type': 'application/json' } },
]

const database: Database = {
  query: () => Promise.resolve([]),
  runScript: () => Promise.resolve(),
  transaction: () => Promise.reject(new Error('not here')),
  close: () => Promise.resolve(),
}

let server: FastifyInstance
let lines: string[]

function open(options: Partial<AgencyServerOptions> = {}): void {
  lines = []
  server = createAgencyServer({
    name: 'health',
    callKey,
    bodyLimit: 1024,
    answer: () => Promise.resolve(answered),
    database,
    clock: () => now,
    logger: createLogger({ name: 'health', level: 'info', destination: { write: (line) => void lines.push(line) } }),
    ...options,
  })
}

interface Call {
  readonly body?: string
  /** What was signed, where that is not the body. */
  readonly signed?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The headers with which the gateway would send this body. */
function signedFor(body: string): Readonly<Record<string, string>> {
  const sign = createCallSigner({ key: callKey, agency: 'health', clock: () => now })
  const { token, signature } = sign({ subject: 's', purpose: 'p', scopes: [] }, body)
  return { authorization: `Bearer ${token}`, 'x-call-signature': signature }
}

async function post({ body = '{"query":"{ a }"}', signed = body, headers = {} }: Call = {}) {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...signedFor(signed), 'content-type': 'application/json', ...headers },
    payload: body,
  })
  const { 'www-authenticate': challenge } = response.headers
  return { status: response.statusCode, body: JSON.parse(response.body) as unknown, challenge }
}

/** Opens an agency that answers once the asker has left; resolves when it is asked. */
function openUntilLeft(): Promise<AbortSignal> {
  const { promise, resolve } = Promise.withResolvers<AbortSignal>()
  open({
    answer(_request, { left }) {
      resolve(left)
      return new Promise((answer) => left.addEventListener('abort', () => answer(answered)))
    },
  })
  return promise
}

const correlationId = '8c6b6f0e-0a4b-4b0e-9a57-2f6f0a1c3d5e'
const errorOf = (code: string) => ({ errors: [{ extensions: expect.objectContaining({ code }) }] })

describe('the server of an agency', () => {
  afterEach(() => server.close())

  test('gives a call with its token to the handler, and its answer back', async () => {
    let asked: unknown
    open({
      answer(request) {
        asked = request.body
        return Promise.resolve(answered)
      },
    })
    expect(await post()).toEqual({ status: 200, body: { data: {} }, challenge: undefined })
    expect(asked).toEqual({ query: '{ a }' })
  })

  test.each([
    ['no token', { authorization: '' }],
    ['a token that is none', { authorization: 'Bearer abc.def.ghi' }],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['a scheme alone', { authorization: 'Bearer' }],
    ['no signature', { 'x-call-signature': '' }],
    ['a signature that is none', { 'x-call-signature': 'abc' }],
  ])('answers 401 to a call with %s', async (_what, headers) => {
    open({ answer: () => Promise.reject(new Error('must not be asked')) })
    const body = errorOf('CALL_UNAUTHENTICATED')
    expect(await post({ headers })).toMatchObject({ status: 401, body, challenge: 'Bearer' })
    expect(lines).toEqual([expect.stringMatching(/CALL_UNAUTHENTICATED.*was refused/)])
  })

  test('answers 401 before it reads the body', async () => {
    open()
    const body = JSON.stringify({ query: 'a'.repeat(5000) })
    expect(await post({ body, headers: { authorization: '' } })).toMatchObject({ status: 401 })
  })

  test('answers 401 to a body that is not the one that was signed', async () => {
    open()
    const refused = { status: 401, body: errorOf('CALL_UNAUTHENTICATED') }
    expect(await post({ signed: '{"query":"{ b }"}' })).toMatchObject(refused)
    // Not a byte may differ, though it says the same.
    expect(await post({ signed: '{ "query": "{ a }" }' })).toMatchObject(refused)
  })

  test('answers 413 to a body that is too large', async () => {
    open()
    expect(await post({ body: JSON.stringify({ query: 'a'.repeat(5000) }) })).toMatchObject({
      status: 413,
      body: errorOf('BODY_TOO_LARGE'),
    })
  })

  test.each(['{"query":', '', 'nothing', '{"query":"{ a }"}}'])('answers 400 to the broken JSON %j', async (body) => {
    open()
    expect(await post({ body })).toMatchObject({ status: 400, body: errorOf('BAD_REQUEST') })
  })

  test.each([
    'text/plain',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('answers 415 to the content type %s', async (type) => {
    open()
    const refused = { status: 415, body: errorOf('CONTENT_TYPE_UNSUPPORTED') }
    expect(await post({ headers: { 'content-type': type } })).toMatchObject(refused)
  })

  test('answers 400 when the body is shorter than announced', async () => {
    open()
    expect(await post({ headers: { 'content-length': '900' } })).toMatchObject({
      status: 400,
      body: errorOf('BAD_REQUEST'),
    })
  })

  test.each([
    [406, 'NOT_ACCEPTABLE'],
    [415, 'CONTENT_TYPE_UNSUPPORTED'],
  ])('says why when the handler answers %p without a body', async (status, code) => {
    open({ answer: () => Promise.resolve<Response>([null, { status, statusText: '' }]) })
    expect(await post()).toMatchObject({ status, body: errorOf(code) })
  })

  test('answers 404 elsewhere', async () => {
    open()
    for (const url of ['/', '/graphql/', '/metrics', '/health/none']) {
      const response = await server.inject({ method: 'GET', url })
      expect(response.statusCode).toBe(404)
      expect(response.json()).toMatchObject(errorOf('NOT_FOUND'))
    }
  })

  test('answers 404 elsewhere also to a call, whose address is wrong and not its token', async () => {
    open()
    const response = await server.inject({ method: 'POST', url: '/', payload: { query: '{ __typename }' } })
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject(errorOf('NOT_FOUND'))
  })

  test.each(['/%ZZ', '/graphql%', '/health/%FF'])(
    'answers 400 to the address %s, which cannot be decoded',
    async (url) => {
      open()
      for (const method of ['GET', 'POST'] as const) {
        const response = await server.inject({ method, url, headers: { 'x-correlation-id': correlationId } })
        expect(response.statusCode).toBe(400)
        expect(response.json()).toMatchObject({
          errors: [{ message: expect.any(String), extensions: { code: 'BAD_REQUEST', correlationId } }],
        })
      }
    },
  )

  test('answers 500 when the handler fails, and logs no message', async () => {
    open({ answer: () => Promise.reject(new Error('5318075205999001')) })
    const { status, body } = await post({ headers: { 'x-correlation-id': correlationId } })
    expect(status).toBe(500)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL', correlationId } }] })
    expect(lines.join()).toContain(correlationId)
    expect(lines.join() + JSON.stringify(body)).not.toContain('5318075205999001')
  })

  test('takes the correlation id of the gateway, or makes one', async () => {
    open({
      answer: (request) => Promise.resolve([JSON.stringify({ id: request.id }), { status: 200, statusText: '' }]),
    })
    expect((await post({ headers: { 'x-correlation-id': correlationId } })).body).toEqual({ id: correlationId })
    for (const given of ['short', 'with spaces inside', '5318075205999001', '<script>alert(1)</script>']) {
      expect((await post({ headers: { 'x-correlation-id': given } })).body).toEqual({
        id: expect.stringMatching(/^[\da-f-]{36}$/),
      })
    }
  })

  test('tells the handler when the asker has left', async () => {
    const asked = openUntilLeft()
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    const asker = new AbortController()
    const body = '{"query":"{ a }"}'
    const headers = { ...signedFor(body), 'content-type': 'application/json' }
    const call = fetch(`${address}/graphql`, { method: 'POST', body, headers, signal: asker.signal })
    const left = await asked
    expect(left.aborted).toBe(false)
    asker.abort()
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
    if (!left.aborted) await new Promise((resolve) => left.addEventListener('abort', resolve))
    expect(left.aborted).toBe(true)
  })

  test('gives up what it is answering when it has been stopping for a second', async () => {
    const asked = openUntilLeft()
    const call = post()
    const left = await asked
    const stopped = performance.now()
    const closed = server.close()
    await Promise.all([call, closed])
    expect(left.aborted).toBe(true)
    expect(performance.now() - stopped).toBeGreaterThan(900)
  })

  test.each([
    ['nothing is said', ''],
    ['a call has not arrived', 'POST /graphql HTTP/1.1\r\n'],
  ])('stops although there is a connection on which %s', async (_what, said) => {
    open()
    await server.listen({ port: 0, host: '127.0.0.1' })
    const accepted = once(server.server, 'connection')
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    const closed = once(socket, 'close')
    await accepted
    socket.write(said)
    socket.resume()
    await server.close()
    await closed
    expect(socket.destroyed).toBe(true)
  })

  test('waits for no call that never arrives', () => {
    open()
    expect(server.server.requestTimeout).toBe(60_000)
  })

  test('is alive as soon as it runs, and ready when its database answers', async () => {
    open()
    for (const [url, status] of [
      ['/health', 'alive'],
      ['/health/ready', 'ready'],
    ] as const) {
      const response = await server.inject({ method: 'GET', url })
      expect([response.statusCode, response.json()]).toEqual([200, { status }])
    }
  })

  test('is alive and not ready when its database does not answer', async () => {
    open({ database: { ...database, query: () => Promise.reject(new Error('5318075205999001')) } })
    expect((await server.inject({ method: 'GET', url: '/health' })).statusCode).toBe(200)
    const response = await server.inject({ method: 'GET', url: '/health/ready' })
    expect([response.statusCode, response.json()]).toEqual([503, { status: 'not ready' }])
    expect(lines.join()).toContain('the database does not answer')
    expect(lines.join()).not.toContain('5318075205999001')
  })
})
