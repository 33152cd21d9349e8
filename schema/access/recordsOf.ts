import { isObjectType } from 'graphql'
import type { ConstDirectiveNode, GraphQLNamedType } from 'graphql'

/** What a type says of being the record of a person; nothing where it is none. */
export function recordsOf(type: GraphQLNamedType | undefined): readonly ConstDirectiveNode[] {
  const directives = isObjectType(type) ? (type.astNode?.directives ?? []) : []
  return directives.filter(({ name }) => name.value === 'record')
}
