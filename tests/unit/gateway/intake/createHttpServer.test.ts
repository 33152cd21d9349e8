import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { createHttpServer } from '../../../../gateway/intake/createHttpServer.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { fault } from '../../../../platform/fault.ts'

const lines: string[] = []
const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => lines.push(line) } })

let server: FastifyInstance

function makeServer(arrivalLimit = 10_000, exchangeLimit = 30_000): FastifyInstance {
  server = createHttpServer({
    logger,
    bodyLimits: { bytes: 100, values: 20 },
    arrivalLimit,
    exchangeLimit,
    production: false,
  })
  return server
}

afterEach(() => server.close())

describe('the HTTP server', () => {
  it('answers INTERNAL for what throws unexpectedly, and logs it without its message', async () => {
    makeServer()
    server.get('/', async () => {
      throw new TypeError('5318075205999001 is not a function')
    })
    const response = await server.inject('/')
    expect(response.statusCode).toBe(500)
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
    const line = lines.at(-1) ?? ''
    expect(JSON.parse(line)).toMatchObject({ msg: 'a request failed', error: { name: 'TypeError' } })
    expect(JSON.parse(line)).toHaveProperty('correlationId', response.headers['x-correlation-id'])
    expect(response.body + line).not.toContain('5318075205999001')
  })

  it('parses no body of more values than are allowed, and says how many are', async () => {
    makeServer()
    server.post('/', async ({ body }) => ({ body }))
    const post = (payload: string) =>
      server.inject({ method: 'POST', url: '/', payload, headers: { 'content-type': 'application/json' } })
    expect((await post(`[${'1,'.repeat(19)}1]`)).statusCode).toBe(200)
    const refused = await post(`[${'1,'.repeat(20)}1]`)
    expect(refused.statusCode).toBe(413)
    expect(refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'BODY_TOO_LARGE', limit: 'values', allowed: 20 } }],
    })
  })
})

/** Sends bytes over a connection; `received` is all that comes back until it is closed. */
async function open(to: FastifyInstance, bytes: string) {
  await to.listen({ host: '127.0.0.1', port: 0 })
  const { port } = to.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes)
  const chunks: string[] = []
  socket.on('data', (chunk) => chunks.push(String(chunk)))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  return { socket, received: () => closed.then(() => chunks.join('')) }
}

describe('what is to be done when an exchange is over', () => {
  it('is done in its order when the answer has left', async () => {
    const done: string[] = []
    makeServer().get('/', async ({ exchange: { whenOver } }) => {
      whenOver.push(
        () => done.push('first'),
        () => done.push('second'),
      )
      return done.join()
    })
    const { received } = await open(server, 'GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n')
    expect(await received()).toMatch(/^HTTP\/1.1 200 .*\r\n\r\n$/s)
    expect(done).toEqual(['first', 'second'])
  })

  it('is done when the client leaves before it is answered', async () => {
    const reached = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    makeServer().get('/', ({ exchange: { whenOver } }) => {
      whenOver.push(over.resolve)
      reached.resolve()
    })
    const { socket } = await open(server, 'GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    await reached.promise
    socket.destroy()
    await expect(over.promise).resolves.toBeUndefined()
  })
})

describe('an answer that its client does not read', () => {
  it('is cut when its time is over, and what is to be done then is done', async () => {
    const over = Promise.withResolvers<boolean>()
    makeServer(10_000, 200).get('/', async ({ exchange: { whenOver } }, reply) => {
      whenOver.push(() => over.resolve(reply.raw.writableFinished))
      return Buffer.alloc(16_000_000, 'a')
    })
    await server.listen({ host: '127.0.0.1', port: 0 })
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    await expect(over.promise).resolves.toBe(false)
    socket.destroy()
  })
})

const halfBody = 'POST / HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{'

describe('a request that does not arrive in full', () => {
  it.each([
    ['stops in its body', halfBody],
    ['stops in its head', 'POST / HTTP/1.1\r\nhos'],
    ['never begins', ''],
  ])('is refused in the shape of all errors when it %s', async (_how, bytes) => {
    makeServer(200).post('/', async () => 'never')
    const begin = performance.now()
    const { received } = await open(server, bytes)
    const text = await received()
    expect(performance.now() - begin).toBeLessThan(2_000)
    expect(text).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/)
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toMatchObject({
      errors: [{ extensions: { code: 'REQUEST_INCOMPLETE', retryable: true } }],
    })
  })

  it('is not answered twice when it was refused before its body', async () => {
    makeServer(200).post('/', {
      onRequest: async () => {
        throw fault('OVERLOADED')
      },
      handler: () => undefined,
    })
    const { received } = await open(server, halfBody)
    expect((await received()).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 503'])
  })

  it('is not waited for where there is nothing at its address', async () => {
    const { socket, received } = await open(makeServer(), halfBody)
    socket.once('data', () => socket.end())
    expect(await received()).toMatch(/^HTTP\/1.1 404 /)
  })

  it('is refused after an earlier one on its connection was answered', async () => {
    makeServer(200).post('/', async () => 'well')
    const { received } = await open(server, `${halfBody.replace('9', '2')}}${halfBody}`)
    expect((await received()).match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 408'])
  })

  it('writes nothing into an answer that is on its way', async () => {
    makeServer(200).get('/', (_request, reply) => {
      reply.hijack()
      reply.raw.writeHead(200, { 'content-length': '100' }).write('begun')
    })
    const { socket, received } = await open(server, 'GET / HTTP/1.1\r\nhost: a\r\n\r\n')
    socket.once('data', () => socket.write('nonsense'))
    expect(await received()).toMatch(/\r\n\r\nbegun$/)
  })
})
