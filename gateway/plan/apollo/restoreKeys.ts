import type { GraphQLFormattedError } from 'graphql'
import type { ClientKeys } from '../../execute/ClientKeys.ts'
import { operationOf } from '../../document/operationOf.ts'
import { createClientPlace } from '../../execute/createClientPlace.ts'
import type { PreparedOperation } from '../prepare/prepareOperation.ts'

/** Data and errors, as an engine gave them. */
interface Given {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly GraphQLFormattedError[]
}

type Renamed = Pick<PreparedOperation, 'document' | 'clientKeys'>

/** What was executed, with the client's response keys in its data and in the paths of its errors. */
export function restoreKeys({ document, clientKeys }: Renamed, { data, errors }: Given): Given {
  if (clientKeys.size === 0) return { data, errors }
  const clientPlace = createClientPlace(operationOf(document), clientKeys)
  return {
    data: data === null ? null : restoreObject(data, clientKeys),
    errors: errors.map((error) => (error.path === undefined ? error : { ...error, path: clientPlace(error.path) })),
  }
}

function restoreObject(object: object, clientKeys: ClientKeys): Record<string, unknown> {
  const shown = Object.entries(object).filter(([key]) => clientKeys.get(key) !== null)
  return Object.fromEntries(shown.map(([key, value]) => [clientKeys.get(key) ?? key, restoreValue(value, clientKeys)]))
}

function restoreValue(value: unknown, clientKeys: ClientKeys): unknown {
  if (Array.isArray(value)) return value.map((item) => restoreValue(item, clientKeys))
  return typeof value === 'object' && value !== null ? restoreObject(value, clientKeys) : value
}
