import type { FastifyRequest } from 'fastify'
import type { Access } from '../access/createAccess.ts'
import { requirePurpose } from '../access/requirePurpose.ts'
import type { OperationReader } from '../operation/createOperationReader.ts'
import type { Engine } from '../plan/Engine.ts'
import type { Generations } from '../plan/createGenerations.ts'
import { readOperationRequest } from './readOperationRequest.ts'

/** What reads and answers operations on one supergraph. */
export interface Answering {
  readonly reader: OperationReader
  readonly engine: Pick<Engine, 'execute'>
  /** Undefined where access is open. */
  readonly access: Access | undefined
}

/**
 * The stage that reads the operation asked for, or refuses it with what is wrong. From here on the request stays with one
 * supergraph, whichever comes next.
 */
export function readOperation({ lease }: Pick<Generations<Answering>, 'lease'>) {
  return function readRequest(request: FastifyRequest): void {
    const { exchange } = request
    const { graph, release } = lease()
    exchange.whenOver.push(release)
    const operation = graph.reader.read(readOperationRequest(request), (found) => (exchange.found = found))
    exchange.asked = { operation, engine: graph.engine, access: graph.access }
    if (exchange.caller !== undefined) requirePurpose(operation, exchange.caller)
  }
}
