import type { GraphQLFormattedError } from 'graphql'

/** Data and errors, as an engine gave them. */
interface Given {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly GraphQLFormattedError[]
}

type Names = ReadonlyMap<string, string | null>

/** What was executed, with the client's response keys in its data and in the paths of its errors. */
export function restoreNames(names: Names, { data, errors }: Given): Given {
  if (names.size === 0) return { data, errors }
  return {
    data: data === null ? null : restoreObject(data, names),
    errors: errors.map((error) => restoreError(error, names)),
  }
}

function restoreObject(object: object, names: Names): Record<string, unknown> {
  const shown = Object.entries(object).filter(([key]) => names.get(key) !== null)
  return Object.fromEntries(shown.map(([key, value]) => [names.get(key) ?? key, restoreValue(value, names)]))
}

function restoreValue(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => restoreValue(item, names))
  return typeof value === 'object' && value !== null ? restoreObject(value, names) : value
}

function restoreError(error: GraphQLFormattedError, names: Names): GraphQLFormattedError {
  if (error.path === undefined) return error
  const path = error.path.map((step) => (typeof step === 'string' ? (names.get(step) ?? step) : step))
  return { ...error, path }
}
