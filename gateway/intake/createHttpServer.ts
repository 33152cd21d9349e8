import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { fastify } from 'fastify'
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../platform/Logger.ts'
import { fault } from '../../platform/fault.ts'
import { createExchange } from './createExchange.ts'
import type { Exchange } from './createExchange.ts'
import { faultsOf } from './faultsOf.ts'
import { readCorrelationId } from './readCorrelationId.ts'
import { renderFaults } from './renderFaults.ts'

export interface HttpServerOptions {
  readonly logger: Logger
  /** Bytes. */
  readonly bodyLimit: number
}

/** Milliseconds in which a whole request must have arrived; then it is refused and its connection closed. */
const arrivalLimit = 10_000

/**
 * An HTTP server that reads JSON and nothing else, and in which whatever is thrown leaves as faults of the error table. A
 * request's id is its correlation id. Closing it lets requests in flight finish and closes idle connections at once.
 */
export function createHttpServer({ logger, bodyLimit }: HttpServerOptions): FastifyInstance {
  const server = fastify({
    bodyLimit,
    requestTimeout: arrivalLimit,
    genReqId: readCorrelationId,
    forceCloseConnections: 'idle',
    // Stages decide what happens to requests that still arrive; Fastify's own answer has another shape.
    return503OnClosing: false,
    clientErrorHandler: refuseBrokenHttp,
    frameworkErrors: refuseUnreadableAddress,
  })
  giveExchanges(server)

  // A form or a plain text can be sent by any page without asking first, so neither is ever read as JSON.
  const readJson = server.getDefaultJsonParser('error', 'error')
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, readJson)

  server.setErrorHandler((error, request, reply) => {
    const { id: correlationId, headers: given, exchange } = request
    const { status, headers, body, codes } = renderFaults(faultsOf(error), { correlationId, accept: given.accept })
    if (codes.includes('INTERNAL')) logger.error({ error, correlationId }, 'a request failed')
    exchange.codes = codes
    return reply.status(status).headers(headers).send(body)
  })
  server.setNotFoundHandler(async () => {
    throw fault('NOT_FOUND')
  })
  return server
}

function giveExchanges(server: FastifyInstance): void {
  const exchanges = new WeakMap<FastifyRequest, Exchange>()
  server.decorateRequest('exchange', {
    getter(this: FastifyRequest) {
      const exchange = exchanges.get(this) ?? createExchange()
      exchanges.set(this, exchange)
      return exchange
    },
  })
}

/** An address that cannot be decoded is met before there is a route, a hook or an exchange. */
function refuseUnreadableAddress(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const correlationId = request.id
  const { status, headers, body } = renderFaults(faultsOf(error), { correlationId, accept: request.headers.accept })
  void reply.status(status).headers(headers).send(body)
}

/** Bytes that are no HTTP request: there is nothing to route, so the answer is written by hand. */
function refuseBrokenHttp(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'BODY_TOO_LARGE' : 'BAD_REQUEST'
  const correlationId = readCorrelationId({ headers: {} })
  const { status, headers, body } = renderFaults([fault(code)], { correlationId })
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  if (socket.writable) socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy(error)
}
