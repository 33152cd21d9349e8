import type { FastifyRequest } from 'fastify'
import { fault } from '../../platform/fault.ts'
import type { OperationRequest } from '../operation/createOperationReader.ts'

/**
 * The parameters of a GraphQL request (GraphQL over HTTP, section 5): from the JSON body of a POST, or from the query string
 * of a GET, which has no body for a content type to be about. Throws BAD_REQUEST for a missing or empty query, a parameter of the wrong type or given twice, a list of
 * requests, and a persisted query, of which there are none.
 */
export function readOperationRequest(request: FastifyRequest): OperationRequest {
  const parameters = request.method === 'GET' ? readGet(request) : request.body
  if (!isRecord(parameters)) throw fault('BAD_REQUEST')
  const { query, operationName, variables, extensions } = parameters
  if (typeof query !== 'string' || query === '') throw fault('BAD_REQUEST')
  const extra = readRecord(extensions)
  if (extra['persistedQuery'] !== undefined) throw fault('BAD_REQUEST')
  return {
    method: request.method,
    query,
    operationName: readName(operationName),
    variables: readRecord(variables),
  }
}

function readGet({ url, headers }: FastifyRequest): Record<string, unknown> {
  const type = headers['content-type']
  if (type !== undefined && !type.startsWith('application/json')) throw fault('CONTENT_TYPE_UNSUPPORTED')
  const { searchParams: search } = new URL(url, 'http://localhost')
  const parameters: Record<string, unknown> = {}
  for (const name of ['query', 'operationName', 'variables', 'extensions']) {
    const [value, ...more] = search.getAll(name)
    if (more.length > 0) throw fault('BAD_REQUEST')
    if (value !== undefined) parameters[name] = name === 'variables' || name === 'extensions' ? readJson(value) : value
  }
  return parameters
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw fault('BAD_REQUEST')
  }
}

function readName(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw fault('BAD_REQUEST')
  return value
}

function readRecord(value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw fault('BAD_REQUEST')
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
