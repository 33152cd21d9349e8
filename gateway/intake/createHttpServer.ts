import type { IncomingMessage } from 'node:http'
import { fastify } from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../platform/Logger.ts'
import { fault } from '../../platform/fault.ts'
import { readCorrelationId } from '../../platform/readCorrelationId.ts'
import type { BodyLimits } from './BodyLimits.ts'
import type { Stage } from './Stage.ts'
import { asHook } from './asHook.ts'
import { createExchange } from './createExchange.ts'
import { createSocketRefusal } from './createSocketRefusal.ts'
import { faultsOf } from './faultsOf.ts'
import { guardAnswers } from './guardAnswers.ts'
import { guardHeaders } from './guardHeaders.ts'
import { isCrowded } from './isCrowded.ts'
import { isRepeatable } from './isRepeatable.ts'
import { limitExchanges } from './limitExchanges.ts'
import { renderFaults } from './renderFaults.ts'

export interface HttpServerOptions {
  readonly logger: Logger
  readonly bodyLimits: BodyLimits
  /** Milliseconds in which a whole request must have arrived; then it is refused and its connection closed. */
  readonly arrivalLimit: number
  /** Milliseconds from the head of a request to the end of its answer; then its connection is cut. */
  readonly exchangeLimit: number
  /** Whether clients come over TLS, and browsers are told to come in no other way. */
  readonly production: boolean
}

/** How often in that time Node looks for what is late. By itself it does so every half minute. */
const looks = 10

/**
 * An HTTP server that reads JSON and nothing else, and in which whatever is thrown leaves as faults of the error table. A
 * request's id is its correlation id. Closing it lets requests in flight finish and closes idle connections at once.
 */
export function createHttpServer(options: HttpServerOptions): FastifyInstance {
  const { logger, bodyLimits, arrivalLimit, exchangeLimit, production } = options
  const guard = guardHeaders({ production })
  const { refuse, watch } = createSocketRefusal(guard)
  const server = fastify({
    bodyLimit: bodyLimits.bytes,
    requestTimeout: arrivalLimit,
    http: {
      headersTimeout: arrivalLimit,
      connectionsCheckingInterval: Math.ceil(arrivalLimit / looks),
      // Node's own refusal has no body; see `refuseUnmetDemands`.
      requireHostHeader: false,
    },
    genReqId: readCorrelationId,
    forceCloseConnections: 'idle',
    // Stages decide what happens to requests that still arrive; Fastify's own answer has another shape.
    return503OnClosing: false,
    clientErrorHandler: refuse,
    frameworkErrors: refuseUnreadableAddress(guard),
  })
  watch(server.server)
  limitExchanges(server.server, exchangeLimit)
  server.decorateRequest('exchange')
  for (const stage of [giveExchange, guardAnswers(guard), refuseUnmetDemands(server)])
    server.addHook('onRequest', asHook(stage))

  // A form or a plain text can be sent by any page without asking first, so neither is ever read as JSON.
  const readJson = server.getDefaultJsonParser('error', 'error')
  server.removeAllContentTypeParsers()
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    const allowed = bodyLimits.values
    if (isCrowded(body, allowed)) done(fault('BODY_TOO_LARGE', { limit: 'values', allowed }))
    else void readJson(request, body, done)
  })

  server.setErrorHandler((error, request, reply) => {
    const { id: correlationId, headers: given, exchange } = request
    const asked = { correlationId, accept: given.accept, repeatable: isRepeatable(exchange) }
    const { status, headers, body, codes } = renderFaults(faultsOf(error), asked)
    if (codes.includes('INTERNAL')) logger.error({ error, correlationId }, 'a request failed')
    exchange.codes = codes
    return reply.status(status).headers(headers).send(body)
  })
  server.setNotFoundHandler(refuseUnknownAddress)
  // Fastify would read the body first, for nobody.
  server.addHook('preParsing', (...[{ is404, headers: given }, , , done]) => {
    if (is404) refuseUnknownAddress()
    // Nothing is unpacked, so the limit of a body is that of what it says as well (RFC 9110, section 15.5.16).
    const { 'content-encoding': encoding = 'identity' } = given
    if (encoding.toLowerCase() !== 'identity') throw fault('CONTENT_TYPE_UNSUPPORTED')
    done()
  })
  return server
}

function refuseUnknownAddress(): never {
  throw fault('NOT_FOUND')
}

/** The first of all stages: whatever a later one throws, the error handler finds an exchange. */
function giveExchange(request: FastifyRequest, { raw }: FastifyReply): void {
  const exchange = createExchange()
  request.setDecorator('exchange', exchange)
  raw.once('close', () => {
    for (const work of exchange.whenOver) work()
  })
}

/**
 * Makes the stage that refuses what Node would refuse by itself, without our words: HTTP/1.1 without a Host header (RFC 9112, section 3.2), and an
 * expectation that is unknown (RFC 9110, section 10.1.1).
 */
function refuseUnmetDemands(server: FastifyInstance): Stage {
  const expecting = new WeakSet<IncomingMessage>()
  server.server.on('checkExpectation', (request, response) => {
    expecting.add(request)
    server.server.emit('request', request, response)
  })
  return function refuse({ raw }) {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined) throw fault('BAD_REQUEST')
    if (expecting.has(raw)) throw fault('EXPECTATION_FAILED')
  }
}

/** An address that cannot be decoded is met before there is a route, a hook or an exchange. */
function refuseUnreadableAddress(guard: Readonly<Record<string, string>>) {
  return function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const correlationId = request.id
    const { status, headers, body } = renderFaults(faultsOf(error), { correlationId, accept: request.headers.accept })
    void reply
      .status(status)
      .headers({ ...guard, ...headers })
      .send(body)
  }
}
