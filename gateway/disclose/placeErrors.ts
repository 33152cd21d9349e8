import type { GraphQLFormattedError } from 'graphql'
import { lengthToNull } from './lengthToNull.ts'

/**
 * The errors with paths that hold in the answer: an error stands at a null, or below one (GraphQL specification, 7.1.2), and
 * stands there once. One at a field that only an agency asked for, through a `@requires`, has no place in the answer. It loses its
 * path, and is left out where another of its kind and agency tells the same.
 */
export function placeErrors(data: unknown, errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const holds = errors.map(
    ({ path }) => path === undefined || (path.length > 0 && lengthToNull(data, path) !== undefined),
  )
  const told = new Set(errors.filter((_error, index) => holds[index]).map(kindOf))

  function isNews(text: string): boolean {
    if (told.has(text)) return false
    told.add(text)
    return true
  }
  return errors.flatMap((error, index) => {
    const { path, ...placeless } = error
    if (holds[index]) return path === undefined || isNews(`${kindOf(error)} ${JSON.stringify(path)}`) ? [error] : []
    return isNews(kindOf(error)) ? [placeless] : []
  })
}

function kindOf({ message, extensions = {} }: GraphQLFormattedError): string {
  return JSON.stringify([extensions['code'], extensions['agency'], extensions['argument'], message])
}
