import type { Socket } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { Exchange } from './createExchange.ts'

/** Refuses what cannot be answered now. */
export interface Admission {
  /** The stage before the body is read. It takes no place: a client that sends slowly keeps none from others. */
  readonly receive: (request: FastifyRequest) => void
  /** The stage after the body was read: takes a place until there is an answer. */
  readonly admit: (request: FastifyRequest) => void
  /**
   * The stage when there is an answer: gives the place back. A client that reads slowly keeps none from others either; where
   * more answers are leaving than there are places, the connection of the one that has been leaving for longest is cut.
   */
  readonly depart: (request: FastifyRequest) => void
  /** From here on no request is received; one whose body is still arriving may be answered. */
  readonly stop: () => void
  readonly stopping: () => boolean
  /** Lets no request in flight wait for agencies any longer: each is answered with what there is. Nothing is admitted. */
  readonly hurry: () => void
}

/**
 * Requests that may be arriving at a time, for each that may be answered. Together with the limit of a body it bounds the
 * memory that bodies take before they are complete; how long each may take is for the HTTP server to say.
 */
const arrivalsPerPlace = 4

/** Admits so many requests at a time; one more is told to come back in a second. */
export function admitRequests(limit: number): Admission {
  const arriving = new Set<Exchange>()
  const inFlight = new Set<Exchange>()
  const leaving = new Map<Exchange, Socket>()
  let stopping = false
  let hurried = false
  return {
    receive({ exchange }) {
      if (stopping) throw fault('SHUTTING_DOWN')
      if (arriving.size >= limit * arrivalsPerPlace) throw overloaded()
      arriving.add(exchange)
      exchange.whenOver.push(() => {
        arriving.delete(exchange)
        inFlight.delete(exchange)
        leaving.delete(exchange)
      })
    },
    admit({ exchange }) {
      // A client that has left meanwhile has given its place back; nothing would take it from the next one.
      if (!arriving.delete(exchange)) throw overloaded()
      if (hurried) throw fault('SHUTTING_DOWN')
      if (inFlight.size >= limit) throw overloaded()
      inFlight.add(exchange)
    },
    depart({ exchange, raw }) {
      arriving.delete(exchange)
      // A refusal is short, and who sends many of them must not cut answers.
      if (!inFlight.delete(exchange)) return
      leaving.set(exchange, raw.socket)
      for (const [longest, socket] of leaving) {
        if (leaving.size <= limit) return
        leaving.delete(longest)
        socket.destroy()
      }
    },
    stop() {
      stopping = true
    },
    stopping: () => stopping,
    hurry() {
      hurried = true
      // Each has a signal of its own: signals derived from one that lives as long as the process are never freed.
      for (const { hurry } of inFlight) hurry.abort()
    },
  }
}

function overloaded(): Error {
  return fault('OVERLOADED', { retryAfterSeconds: 1 })
}
