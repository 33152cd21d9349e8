import { GraphQLError } from 'graphql'

/** What was thrown and what that was made of, from the outermost to the first; each wrapper keeps its `originalError`. */
export function causesOf(thrown: unknown): readonly Error[] {
  const causes: Error[] = []
  let next = thrown
  while (next instanceof Error && !causes.includes(next)) {
    causes.push(next)
    next = next instanceof GraphQLError ? next.originalError : undefined
  }
  return causes
}
