import type { FastifyRequest } from 'fastify'
import type { OperationReader } from '../operation/createOperationReader.ts'
import { readOperationRequest } from './readOperationRequest.ts'

/** The stage that reads the operation asked for, or refuses it with what is wrong. */
export function readOperation({ read }: Pick<OperationReader, 'read'>) {
  return async function readRequest(request: FastifyRequest): Promise<void> {
    request.exchange.operation = read(readOperationRequest(request))
  }
}
