import { afterEach, describe, expect, test } from '@jest/globals'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import type { ServerResponse } from 'node:http'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import { createTransport } from '../../../../gateway/agency/createTransport.ts'
import type { Transport } from '../../../../gateway/agency/createTransport.ts'
import { makeCall } from '../../../support/makeCall.ts'
import { startHttpStub } from '../../../support/startHttpStub.ts'
import type { HttpStub } from '../../../support/startHttpStub.ts'

const json = { 'content-type': 'application/json' }
const graphql = { 'content-type': 'application/graphql-response+json; charset=utf-8' }
const maxAnswerBytes = 10_000

const openThings: { stop?: () => Promise<void>; close?: () => Promise<void> }[] = []
afterEach(async () => {
  for (const thing of openThings.splice(0).toReversed()) await (thing.close?.() ?? thing.stop?.())
})

async function startStub(answer: (response: ServerResponse) => void): Promise<HttpStub> {
  const stub = await startHttpStub(answer)
  openThings.push(stub)
  return stub
}

function open(url: string): Transport {
  const transport = createTransport({ agency: 'passport', url, connections: 4, connectTimeout: 500, maxAnswerBytes })
  openThings.push(transport)
  return transport
}

describe('an answer', () => {
  test('is asked for with POST and JSON, and tells who asks and how long there is', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{"a":1}}'))
    const call = makeCall({ variables: { nik: '5318075205999001' }, headers: { x: 'y' } })
    await expect(open(`${stub.url}?v=1`).send(call)).resolves.toEqual({ data: { a: 1 }, errors: [] })
    const [request] = stub.requests
    expect(request).toMatchObject({ method: 'POST', url: '/graphql?v=1' })
    expect(JSON.parse(request?.body ?? '')).toEqual({
      query: call.query,
      variables: { nik: '5318075205999001' },
    })
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'x-correlation-id': 'test-correlation',
      'x-deadline-ms': expect.stringMatching(/^4\d{3}$|^5000$/),
      x: 'y',
    })
  })

  test('sends the body that a wrapper has made, byte for byte', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{}}'))
    await open(stub.url).send(makeCall({ body: '{"query": "é"}' }))
    expect(stub.requests[0]?.body).toBe('{"query": "é"}')
  })

  test('is read by whoever asks, and as JSON where they do not read it', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{"a":"é"}}'))
    const bodies: string[] = []
    const read = (body: Buffer): AgencyAnswer | undefined => {
      bodies.push(body.toString())
      return bodies.length === 1 ? { data: { a: 1 }, errors: [] } : undefined
    }
    const transport = open(stub.url)
    await expect(transport.send(makeCall({ read }))).resolves.toEqual({ data: { a: 1 }, errors: [] })
    await expect(transport.send(makeCall({ read }))).resolves.toEqual({ data: { a: 'é' }, errors: [] })
    expect(bodies).toEqual(['{"data":{"a":"é"}}', '{"data":{"a":"é"}}'])
  })

  test('comes in any number of pieces, over connections that stay open', async () => {
    const stub = await startStub((response) => {
      response.writeHead(200, graphql)
      response.write('{"data":')
      response.end('{"a":"é"}}')
    })
    const { send } = open(stub.url)
    for (let count = 0; count < 10; count += 1) {
      await expect(send(makeCall())).resolves.toEqual({ data: { a: 'é' }, errors: [] })
    }
    // A connection is not yet free in the turn in which its answer is there.
    expect(stub.connections()).toBeLessThan(3)
  })

  test('is a request error when a 4xx comes as GraphQL', async () => {
    const stub = await startStub((response) => response.writeHead(400, graphql).end('{"errors":[{"message":"no"}]}'))
    await expect(open(stub.url).send(makeCall())).resolves.toEqual({ data: null, errors: [{}] })
  })

  test('may follow an informational response', async () => {
    const stub = await startStub((response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' })
      response.writeHead(200, json).end('{"data":{}}')
    })
    await expect(open(stub.url).send(makeCall())).resolves.toEqual({ data: {}, errors: [] })
  })
})

describe('a failure', () => {
  const body = '{"errors":[{"message":"no"}]}'
  interface Case {
    readonly kind: string
    readonly status?: number
    readonly code?: string
    readonly answer: (response: ServerResponse) => void
  }
  const cases: Readonly<Record<string, Case>> = {
    'a 500': { kind: 'STATUS', status: 500, answer: (response) => response.writeHead(500, graphql).end(body) },
    'a 401': { kind: 'STATUS', status: 401, answer: (response) => response.writeHead(401, graphql).end(body) },
    'a 429': { kind: 'STATUS', status: 429, answer: (response) => response.writeHead(429, graphql).end(body) },
    'a 400 as mere JSON': {
      kind: 'STATUS',
      status: 400,
      answer: (response) => response.writeHead(400, json).end(body),
    },
    'a redirect': {
      kind: 'STATUS',
      status: 302,
      answer: (response) => response.writeHead(302, { location: '/graphql' }).end(),
    },
    'no content': { kind: 'CONTENT_TYPE', status: 204, answer: (response) => response.writeHead(204).end() },
    HTML: {
      kind: 'CONTENT_TYPE',
      status: 200,
      answer: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    },
    'half a JSON': { kind: 'MALFORMED', answer: (response) => response.writeHead(200, json).end('{"data":{"a') },
    'a list': { kind: 'MALFORMED', answer: (response) => response.writeHead(200, json).end('[]') },
    'no GraphQL answer': { kind: 'MALFORMED', answer: (response) => response.writeHead(200, json).end('{"ok":true}') },
    'too much': {
      kind: 'TOO_LARGE',
      status: 200,
      answer: (response) => response.writeHead(200, json).end(' '.repeat(maxAnswerBytes + 1)),
    },
    'a closed connection': {
      kind: 'CONNECTION',
      code: 'UND_ERR_SOCKET',
      answer: (response) => void response.socket?.destroy(),
    },
    'a connection that ends within the body': {
      kind: 'CONNECTION',
      status: 200,
      answer(response) {
        response.writeHead(200, { ...json, 'content-length': '100' })
        response.write('{"data":{"a', () => response.socket?.destroy())
      },
    },
    'a connection that ends between two chunks of the body': {
      kind: 'CONNECTION',
      status: 200,
      answer(response) {
        response.writeHead(200, json)
        response.write('{"data":{}}', () => response.socket?.end())
      },
    },
  }
  test.each(Object.entries(cases))('is %s', async (_what, { kind, status, code, answer }) => {
    const stub = await startStub(answer)
    await expect(open(stub.url).send(makeCall())).rejects.toMatchObject({
      name: 'AgencyFailure',
      kind,
      status,
      ...(code === undefined ? {} : { code }),
    })
    expect(stub.requests).toHaveLength(1)
  })

  test('is an answer that does not fit its query', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{"a":1}}'))
    const { send } = open(stub.url)
    await expect(send(makeCall({ fits: ({ data }) => data?.['a'] === 2 }))).rejects.toMatchObject({
      kind: 'WRONG_SHAPE',
    })
    await expect(send(makeCall({ fits: ({ data }) => data?.['a'] === 1 }))).resolves.toBeDefined()
  })

  test('stops reading what is too large', async () => {
    const stub = await startStub((response) => {
      response.writeHead(200, json)
      function fill(): void {
        while (response.write(' '.repeat(1_000)));
        response.once('drain', fill)
      }
      fill()
    })
    await expect(open(stub.url).send(makeCall())).rejects.toMatchObject({ kind: 'TOO_LARGE' })
    await stub.requests[0]?.closed
  })

  test('is a refused connection', async () => {
    const stub = await startHttpStub(() => undefined)
    await stub.stop()
    await expect(open(stub.url).send(makeCall())).rejects.toMatchObject({
      kind: 'CONNECTION',
      status: undefined,
      code: 'ECONNREFUSED',
    })
  })

  test('is a server that does not speak HTTP', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.write('220 mail ready\r\n'))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    openThings.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) })
    const { port } = server.address() as AddressInfo
    await expect(open(`http://127.0.0.1:${port}/`).send(makeCall())).rejects.toMatchObject({ kind: 'MALFORMED' })
  })

  test.each(['', 'nonsense', 'ftp://127.0.0.1/'])('is the address "%s"', async (url) => {
    const failure = { kind: 'CONNECTION', code: 'ERR_INVALID_URL' }
    await expect(open(url).send(makeCall())).rejects.toMatchObject(failure)
  })
})

describe('the signal', () => {
  test('ends a call that waits for its answer, and closes its connection', async () => {
    const stub = await startStub(() => undefined)
    const left = new AbortController()
    const sent = open(stub.url).send(makeCall({ deadline: { remaining: () => 1_000, signal: left.signal } }))
    const request = await stub.received(0)
    left.abort()
    await expect(sent).rejects.toMatchObject({ kind: 'CANCELLED' })
    await request.closed
  })

  test('is a timeout when its time is over, also within the body', async () => {
    const stub = await startStub((response) => void response.writeHead(200, json).write('{"data":'))
    const deadline = { remaining: () => 30, signal: AbortSignal.timeout(30) }
    await expect(open(stub.url).send(makeCall({ deadline }))).rejects.toMatchObject({ kind: 'TIMEOUT' })
    await stub.requests[0]?.closed
  })

  test('that has already aborted lets nothing be sent', async () => {
    const stub = await startStub(() => undefined)
    const deadline = { remaining: () => 1_000, signal: AbortSignal.abort() }
    await expect(open(stub.url).send(makeCall({ deadline }))).rejects.toMatchObject({ kind: 'CANCELLED' })
    expect(stub.connections()).toBe(0)
  })

  test('ends a call whose connection is still being made', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{}}'))
    const { send } = open(stub.url)
    const left = new AbortController()
    const sent = send(makeCall({ deadline: { remaining: () => 1_000, signal: left.signal } }))
    left.abort()
    await expect(sent).rejects.toMatchObject({ kind: 'CANCELLED' })
    await expect(send(makeCall({ query: '{ second }' }))).resolves.toBeDefined()
    await stub.received(0)
    expect(stub.requests.map(({ body }) => body)).toEqual([expect.stringContaining('{ second }')])
  })
})
