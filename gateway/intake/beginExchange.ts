import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from '../../platform/Logger.ts'
import { headers } from '../../platform/headers.ts'
import type { Exchange } from './createExchange.ts'

/** How a request ended: in full, with gaps, refused for what the client sent, failed for what we did, or given up. */
export type ExchangeOutcome = 'answered' | 'partial' | 'refused' | 'failed' | 'left'

/** Counts requests. */
export interface RequestMetrics {
  readonly begun: () => void
  readonly ended: (outcome: ExchangeOutcome, seconds: number) => void
}

export interface ExchangeOptions {
  readonly logger: Logger
  readonly metrics: RequestMetrics
}

/**
 * The stage that names the request with a correlation id, also in the answer, and writes one log line when it is over. The
 * line holds nothing that the client wrote: an operation is named by its digest, and as it is registered where it is. Probes of health and what agencies announce
 * are no requests of clients: they are not counted and leave no line.
 */
export function beginExchange({ logger, metrics }: ExchangeOptions) {
  return function begin(request: FastifyRequest, reply: FastifyReply): void {
    const { exchange } = request
    void reply.header(headers.correlationId, request.id)
    const { url = '' } = request.routeOptions
    if (url.startsWith('/health') || url === '/changes') return
    metrics.begun()
    exchange.whenOver.push(() => {
      const left = !reply.raw.writableFinished
      if (left) {
        exchange.left.abort()
        exchange.hurry.abort()
      }
      const milliseconds = performance.now() - exchange.startedAt
      const { caller, found } = exchange
      const outcome = left ? 'left' : outcomeOf(exchange, reply.statusCode)
      metrics.ended(outcome, milliseconds / 1000)
      logger.info(
        {
          correlationId: request.id,
          outcome,
          client: caller?.principal.client,
          kind: caller?.principal.kind,
          purpose: caller?.purpose,
          status: reply.statusCode,
          milliseconds: Math.round(milliseconds * 10) / 10,
          codes: [...new Set(exchange.codes)],
          operation: found?.digest,
          // Not `name`, which is the process's in every line.
          operationName: found?.registered?.name,
        },
        'request ended',
      )
    })
  }
}

function outcomeOf({ codes, data }: Exchange, status: number): ExchangeOutcome {
  if (status >= 500) return 'failed'
  if (codes.length === 0) return 'answered'
  return data ? 'partial' : 'refused'
}
