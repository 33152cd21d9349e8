import type { GraphQLFormattedError } from 'graphql'

/**
 * The errors with paths that hold in the answer: an error stands at a null, or below one (GraphQL specification, 7.1.2), and
 * stands there once. One at a field that only an agency asked for, through a `@requires`, has no place in the answer. It loses its
 * path, and is left out where another of its kind and agency tells the same.
 */
export function placeErrors(data: unknown, errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const holds = errors.map(({ path }) => path === undefined || leadsToNull(data, path))
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

function leadsToNull(data: unknown, path: readonly (string | number)[]): boolean {
  if (path.length === 0) return false
  let value = data
  for (const step of path) {
    if (value === null || value === undefined) return true
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return value === null
}

function kindOf({ message, extensions = {} }: GraphQLFormattedError): string {
  return JSON.stringify([extensions['code'], extensions['agency'], extensions['argument'], message])
}
