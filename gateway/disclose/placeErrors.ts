import type { GraphQLFormattedError } from 'graphql'
import { lengthToNull } from './lengthToNull.ts'

/**
 * The errors with paths that hold in the answer: an error stands at a null, or below one (GraphQL specification, 7.1.2), and
 * stands there once. One at a field that only an agency asked for, through a `@requires`, has no place in the answer. It loses its
 * path, and is left out where another of its kind and agency tells the same.
 */
export function placeErrors(data: unknown, errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const given = errors.map((error) => ({ error, kind: kindOf(error), holds: holdsIn(data, error) }))
  const told = new Set(given.flatMap(({ kind, holds }) => (holds ? [kind] : [])))

  function isNews(text: string): boolean {
    if (told.has(text)) return false
    told.add(text)
    return true
  }
  return given.flatMap(({ error, kind, holds }) => {
    if (holds) return error.path === undefined || isNews(`${kind} ${JSON.stringify(error.path)}`) ? [error] : []
    const { path: _path, ...placeless } = error
    return isNews(kind) ? [placeless] : []
  })
}

function holdsIn(data: unknown, { path }: GraphQLFormattedError): boolean {
  return path === undefined || (path.length > 0 && lengthToNull(data, path) !== undefined)
}

function kindOf({ message, extensions = {} }: GraphQLFormattedError): string {
  return JSON.stringify([extensions['code'], extensions['agency'], extensions['argument'], message])
}
