import type { FieldNode } from 'graphql'

/** The key of a field in an answer (GraphQL specification, 2.8). */
export function responseKeyOf({ alias, name }: Pick<FieldNode, 'alias' | 'name'>): string {
  return (alias ?? name).value
}
