import type { FastifyRequest } from 'fastify'
import { createDeadline } from '../../platform/createDeadline.ts'
import { headers } from '../../platform/headers.ts'
import { readDeadlineHeader } from '../../platform/readDeadlineHeader.ts'
import type { Asker } from '../context.ts'
import { createProvenanceRecorder } from '../disclose/createProvenanceRecorder.ts'
import type { GraphContext } from '../plan/GraphContext.ts'

/** Until there is authentication, nobody is known. */
const nobody: Asker = { subject: 'anonymous', purpose: 'unspecified', scopes: [] }

/**
 * What travels with a request whose operation may run. Its deadline starts now: so many milliseconds, or fewer where the client
 * allows fewer.
 */
export function createContext({ id, headers: given, exchange }: FastifyRequest, deadline: number): GraphContext {
  const milliseconds = readDeadlineHeader(given[headers.deadline], deadline)
  return {
    correlationId: id,
    deadline: createDeadline({ milliseconds, left: exchange.abandon.signal }),
    asker: nobody,
    provenance: createProvenanceRecorder(),
    onAnswer(codes, data) {
      Object.assign(exchange, { codes, data, disclosed: true })
    },
  }
}
