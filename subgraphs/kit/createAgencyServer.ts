import { fastify } from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { CallClaims } from '../../platform/CallClaims.ts'
import type { CallSignature } from '../../platform/CallSignature.ts'
import type { Logger } from '../../platform/Logger.ts'
import { codeOfStatus } from '../../platform/codeOfStatus.ts'
import { createCallVerifier } from '../../platform/createCallVerifier.ts'
import { errors } from '../../platform/errors.ts'
import type { ErrorCode } from '../../platform/errors.ts'
import { fault } from '../../platform/fault.ts'
import { headers } from '../../platform/headers.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { isRecord } from '../../platform/isRecord.ts'
import { readCallToken } from '../../platform/readCallToken.ts'
import { readCorrelationId } from '../../platform/readCorrelationId.ts'
import type { AgencyName } from './AgencyName.ts'
import type { Database } from './Database.ts'
import { createCallsUnderWay } from './createCallsUnderWay.ts'
import type { GraphqlHandler } from './createGraphqlHandler.ts'

export interface AgencyServerOptions {
  readonly name: AgencyName
  readonly callKey: string
  readonly bodyLimit: number
  readonly answer: GraphqlHandler
  readonly database: Database
  readonly clock: () => number
  readonly logger: Logger
}

/** Milliseconds that calls under way have to end when the agency stops, before they are given up. */
const patience = 1_000

/** Milliseconds after which what is connected still is cut then: a call that has not arrived, or a connection on which nothing is said. */
const end = 1_500

/** Milliseconds that a call may take to arrive, or else one whose gateway is gone would be waited for until the agency stops. */
const arrivalLimit = 60_000

/**
 * The HTTP face of an agency: POST /graphql for the gateway alone (its call token is checked before the body is read, and
 * then the signature of the very bytes of it), GET /health (alive) and GET /health/ready (the database answers).
 */
export function createAgencyServer(options: AgencyServerOptions): FastifyInstance {
  const { name, callKey, bodyLimit, answer, clock, logger } = options
  const { readToken, isSigned } = createCallVerifier({ key: callKey, agency: name, clock })
  const server = fastify({
    bodyLimit,
    requestTimeout: arrivalLimit,
    genReqId: readCorrelationId,
    forceCloseConnections: 'idle',
    // An address that cannot be decoded is met before there is a route or an error handler.
    frameworkErrors: refuseThrown,
  })

  const calls = createCallsUnderWay()
  server.addHook('preClose', (done) => {
    setTimeout(() => calls.giveUp(), patience).unref()
    setTimeout(() => server.server.closeAllConnections(), end).unref()
    done()
  })

  server.decorateRequest('claims', null)
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!isSigned(signatureOf(request), body)) throw fault('CALL_UNAUTHENTICATED')
      return parseJson(body)
    },
  )
  server.setErrorHandler(refuseThrown)
  // Before the body of a POST is read, which nobody has signed for: a gateway with another address in its supergraph learns why.
  server.addHook('onRequest', async ({ is404 }) => {
    if (is404) throw fault('NOT_FOUND')
  })

  server.post('/graphql', { onRequest: authenticate }, async (request, reply) => {
    const asker = claimsOf(request)
    const [body, { status, headers: answered }] = await answer(request, { asker, left: calls.leavingOf(reply.raw) })
    if (body === null) return refuse(reply, status === 406 ? 'NOT_ACCEPTABLE' : 'CONTENT_TYPE_UNSUPPORTED', request.id)
    return reply
      .status(status)
      .headers(answered ?? {})
      .send(body)
  })
  serveHealth(server, options)
  return server

  async function authenticate(request: FastifyRequest): Promise<void> {
    const claims = readToken(readCallToken(request))
    if (claims === null) throw fault('CALL_UNAUTHENTICATED')
    request.setDecorator('claims', claims)
  }

  function refuseThrown(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const code = codeOf(error)
    if (code === 'INTERNAL') logger.error({ error, correlationId: request.id }, 'a request failed')
    else logger.warn({ code, correlationId: request.id }, 'a request was refused')
    void refuse(reply, code, request.id)
  }
}

function serveHealth(server: FastifyInstance, { database, logger }: AgencyServerOptions): void {
  server.get('/health', () => ({ status: 'alive' }))
  server.get('/health/ready', async (_request, reply) => {
    try {
      await database.query('SELECT 1')
      return { status: 'ready' }
    } catch (error) {
      logger.warn({ error }, 'the database does not answer')
      return reply.status(503).send({ status: 'not ready' })
    }
  })
}

/** Of a request that was authenticated. */
function claimsOf(request: FastifyRequest): CallClaims {
  return request.getDecorator<CallClaims>('claims')
}

/** What a call says to have been signed with. */
function signatureOf(request: FastifyRequest): CallSignature {
  const given = request.headers[headers.callSignature]
  return { token: readCallToken(request), signature: typeof given === 'string' ? given : '' }
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof GraphQLError && isErrorCode(error.extensions['code'])) return error.extensions['code']
  return codeOfStatus(isRecord(error) ? error['statusCode'] : undefined)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw fault('BAD_REQUEST')
  }
}

function refuse(reply: FastifyReply, code: ErrorCode, correlationId: string): FastifyReply {
  const { http } = errors[code]
  if (http === 401) reply.header('www-authenticate', 'Bearer')
  return reply.status(http).send({ errors: [fault(code, { correlationId })] })
}
