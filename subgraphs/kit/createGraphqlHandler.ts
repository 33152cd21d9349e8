import type { FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { createHandler } from 'graphql-http'
import type { Response } from 'graphql-http'
import type { Logger } from '../../platform/Logger.ts'
import { createDeadline } from '../../platform/createDeadline.ts'
import { fault } from '../../platform/fault.ts'
import { headers } from '../../platform/headers.ts'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { isRecord } from '../../platform/isRecord.ts'
import { readDeadlineHeader } from '../../platform/readDeadlineHeader.ts'
import type { SourceFactory } from './Agency.ts'
import type { AgencyContext, Asker } from './AgencyContext.ts'
import { todayInWita } from './calendar/todayInWita.ts'
import type { Cursors } from './createCursors.ts'
import { createDocumentCache } from './createDocumentCache.ts'
import { maskAgencyError } from './maskAgencyError.ts'
import { createPolicyReader } from './policy/createPolicyReader.ts'
import { renderCacheControl } from './policy/renderCacheControl.ts'

export interface GraphqlHandlerOptions {
  readonly schema: GraphQLSchema
  readonly openRequest: SourceFactory
  readonly cursors: Cursors
  readonly clock: () => number
  /** Milliseconds a request may take when the gateway does not allow less. */
  readonly deadline: number
  readonly logger: Logger
}

/** What a request comes with. */
export interface IncomingCall {
  readonly asker: Asker
  /** Aborts when the gateway leaves. */
  readonly left: AbortSignal
}

/**
 * Answers one GraphQL request over HTTP with fresh loaders, within the time that the gateway allows and stays. The header
 * `cache-control` says how long the answer may be kept; one with an error in it, never.
 */
export type GraphqlHandler = (request: FastifyRequest, call: IncomingCall) => Promise<Response>

/** What is known of a request while it is answered. */
interface Exchange {
  readonly asker: Asker
  /** Aborts at the deadline, or when the gateway leaves. */
  readonly signal: AbortSignal
  /** One look at the clock: an answer that is begun before midnight is for that day. */
  readonly begunAt: number
  cacheControl: string
}

/** Makes the handler of an agency's schema. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): GraphqlHandler {
  const { schema, openRequest, cursors, clock, deadline, logger } = options
  const documents = createDocumentCache(schema)
  const readPolicy = createPolicyReader(schema)

  const handle = createHandler<FastifyRequest, Exchange, Record<string, unknown>>({
    schema,
    parse: (source) => documents.parse(typeof source === 'string' ? source : source.body),
    validate: (...[, document]) => documents.validate(document),
    formatError: refusalOf,
    context(request) {
      const { asker, begunAt, signal } = request.context
      const today = todayInWita(begunAt)
      const context: AgencyContext<object> = { source: openRequest(signal), cursors, today, asker }
      return { ...context }
    },
    onOperation(request, { document, operationName }, result) {
      if (result.errors === undefined) {
        request.context.cacheControl = renderCacheControl(readPolicy(document, operationName), request.context.begunAt)
        return result
      }
      const correlationId = request.raw.id
      if (request.context.signal.aborted)
        logger.warn(
          { correlationId, after: clock() - request.context.begunAt },
          'an answer was given up: its time was over, or its asker left',
        )
      const masking = { logger, correlationId, asked: { schema, document } }
      return { ...result, errors: result.errors.map((error) => maskAgencyError(error, masking)) }
    },
  })

  return async function answer(request, { asker, left }) {
    const milliseconds = readDeadlineHeader(request.headers[headers.deadline], deadline)
    const { signal, end } = createDeadline({ milliseconds, left })
    const exchange: Exchange = { asker, signal, begunAt: clock(), cacheControl: 'no-store' }
    const [body, init] = await handle({
      method: request.method,
      url: request.url,
      headers: { get: (name) => headerOf(request, name) },
      body: isRecord(request.body) ? request.body : null,
      raw: request,
      context: exchange,
    }).finally(end)
    return [body, { ...init, headers: { ...init.headers, 'cache-control': exchange.cacheControl } }]
  }
}

/** An error as it leaves: those of the table as they are; graphql-http's own say what is wrong with the request. */
function refusalOf(error: Readonly<GraphQLError | Error>): GraphQLError {
  if (!(error instanceof GraphQLError)) return fault('BAD_REQUEST')
  return isErrorCode(error.extensions['code']) ? error : fault('OPERATION_RESOLUTION_FAILURE')
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name.toLowerCase()]
  return typeof value === 'string' ? value : (value?.join(', ') ?? null)
}
