import { describe, expect, it } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { answerGraph } from '../../../../gateway/intake/answerGraph.ts'
import { createHttpServer } from '../../../../gateway/intake/createHttpServer.ts'
import { createLogger } from '../../../../platform/createLogger.ts'

const lines: string[] = []
const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => lines.push(line) } })

function makeServer(): FastifyInstance {
  return createHttpServer({ logger, bodyLimit: 100 })
}

describe('the HTTP server', () => {
  it('answers INTERNAL for what throws unexpectedly, and logs it without its message', async () => {
    const server = makeServer()
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

  it('answers DEADLINE_EXCEEDED for what does not end in time', async () => {
    const server = makeServer()
    server.get('/', { handlerTimeout: 20 }, () => new Promise<void>(() => undefined))
    const response = await server.inject('/')
    expect(response.statusCode).toBe(504)
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } }] })
  })

  it('does not send what did not leave through disclosure', async () => {
    const server = makeServer()
    const handler = answerGraph(async (_request, reply) => {
      void reply.status(500)
      return '{"errors":[{"message":"secret"}]}'
    })
    server.get('/', handler)
    const response = await server.inject('/')
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('secret')
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
  })
})
