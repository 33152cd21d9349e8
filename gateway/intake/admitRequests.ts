import type { FastifyReply, FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { Exchange } from './createExchange.ts'

/** Refuses what cannot be answered now, before its body is read. */
export interface Admission {
  /** The stage. */
  readonly admit: (request: FastifyRequest, reply: FastifyReply) => Promise<void>
  /** From here on everything is refused. */
  readonly stop: () => void
  readonly stopping: () => boolean
  /** Lets no request in flight wait for agencies any longer: each is answered with what there is. */
  readonly hurry: () => void
}

/** Admits so many requests at a time; one more is told to come back in a second. */
export function admitRequests(limit: number): Admission {
  const inFlight = new Set<Exchange>()
  let stopping = false
  return {
    async admit({ exchange }, reply) {
      if (stopping) throw fault('SHUTTING_DOWN')
      if (inFlight.size >= limit) throw fault('OVERLOADED', { retryAfterSeconds: 1 })
      inFlight.add(exchange)
      reply.raw.once('close', () => inFlight.delete(exchange))
    },
    stop() {
      stopping = true
    },
    stopping: () => stopping,
    hurry() {
      // Each has a signal of its own: signals derived from one that lives as long as the process are never freed.
      for (const { abandon } of inFlight) abandon.abort()
    },
  }
}
