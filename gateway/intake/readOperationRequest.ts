import type { FastifyRequest } from 'fastify'
import type { GraphQLError } from 'graphql'
import type { RefusalDetails } from '../../platform/fault.ts'
import { fault } from '../../platform/fault.ts'
import { isRecord } from '../../platform/isRecord.ts'
import type { OperationRequest } from '../operation/createOperationReader.ts'

type Parameter = NonNullable<RefusalDetails['parameter']>

/**
 * The parameters of a GraphQL request (GraphQL over HTTP, section 5): from the JSON body of a POST, or from the query string
 * of a GET, which has no body for a content type to be about. The operation is named by its text, by the hash of a persisted
 * query (Apollo's protocol), or by both. Throws BAD_REQUEST when it is named by neither, for an empty text, a parameter of the
 * wrong type or given twice, which is named then, and a list of requests.
 */
export function readOperationRequest(request: FastifyRequest): OperationRequest {
  const parameters = request.method === 'GET' ? readGet(request) : request.body
  if (!isRecord(parameters)) throw fault('BAD_REQUEST')
  const { query, operationName, variables, extensions } = parameters
  const text = readText('query', query)
  const hash = readHash(readRecord('extensions', extensions)['persistedQuery'])
  if (text === '' || (text === undefined && hash === undefined)) throw wrong('query')
  return {
    method: request.method,
    query: text,
    hash,
    operationName: readText(
      'operationName',
      operationName === '' && request.method === 'GET' ? undefined : operationName,
    ),
    variables: readRecord('variables', variables),
  }
}

function readHash(persistedQuery: unknown): string | undefined {
  if (persistedQuery === undefined || persistedQuery === null) return undefined
  const { version, sha256Hash } = readRecord('extensions', persistedQuery)
  if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) throw wrong('extensions')
  return sha256Hash
}

function readGet({ url, headers }: FastifyRequest): Record<string, unknown> {
  const type = headers['content-type']
  if (type !== undefined && !type.startsWith('application/json')) throw fault('CONTENT_TYPE_UNSUPPORTED')
  const { searchParams: search } = new URL(url, 'http://localhost')
  const parameters: Record<string, unknown> = {}
  for (const name of ['query', 'operationName', 'variables', 'extensions'] as const) {
    const [value, ...more] = search.getAll(name)
    if (more.length > 0) throw wrong(name)
    if (value !== undefined)
      parameters[name] = name === 'variables' || name === 'extensions' ? readJson(name, value) : value
  }
  return parameters
}

function readJson(name: Parameter, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong(name)
  }
}

function readText(name: Parameter, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrong(name)
  return value
}

function readRecord(name: Parameter, value: unknown): Record<string, unknown> {
  if (value === undefined || value === null) return {}
  if (!isRecord(value)) throw wrong(name)
  return value
}

function wrong(parameter: Parameter): GraphQLError {
  return fault('BAD_REQUEST', { parameter })
}
