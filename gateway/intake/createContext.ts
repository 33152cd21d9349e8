import type { FastifyRequest } from 'fastify'
import { createDeadline } from '../../platform/createDeadline.ts'
import type { RunningDeadline } from '../../platform/createDeadline.ts'
import { headers } from '../../platform/headers.ts'
import { readDeadlineHeader } from '../../platform/readDeadlineHeader.ts'
import { everyScope } from '../../schema/access/everyScope.ts'
import type { Asker, RequestContext } from '../context.ts'
import { createProvenanceRecorder } from '../disclose/createProvenanceRecorder.ts'

/** Where access is open, nobody is known, and may see everything. */
const nobody: Asker = { subject: 'anonymous', purpose: 'unspecified', scopes: [everyScope] }

export interface ContextOptions {
  /** Milliseconds that a request may take. */
  readonly deadline: number
  /** Whether clients are developers, who may see how an answer came about. */
  readonly development: boolean
}

/** A context whose deadline is for its maker to end. */
export interface RunningContext extends RequestContext {
  readonly deadline: RunningDeadline
}

/**
 * What travels with a request whose operation may run. Its deadline starts now: so many milliseconds, or fewer where the client
 * allows fewer.
 */
export function createContext(request: FastifyRequest, { deadline, development }: ContextOptions): RunningContext {
  const { id, headers: given, exchange } = request
  const milliseconds = readDeadlineHeader(given[headers.deadline], deadline)
  return {
    correlationId: id,
    deadline: createDeadline({ milliseconds, left: exchange.hurry.signal }),
    asker: exchange.caller?.asker ?? nobody,
    provenance: createProvenanceRecorder(),
    noteCache: development ? (note) => void exchange.cacheNotes.push(note) : undefined,
  }
}
