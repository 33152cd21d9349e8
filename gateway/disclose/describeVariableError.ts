import { GraphQLError, Kind, print } from 'graphql'

/**
 * Says which variable has a wrong value, if that is what an error tells. GraphQL's own sentence shows the value; this one
 * is made from the variable's definition.
 */
export function describeVariableError(causes: readonly Error[]): string | undefined {
  for (const error of causes) {
    const [node, ...others] = error instanceof GraphQLError ? (error.nodes ?? []) : []
    if (node?.kind !== Kind.VARIABLE_DEFINITION || others.length > 0) continue
    return `Variable "$${node.variable.name.value}" has no valid value of type "${print(node.type)}".`
  }
  return undefined
}
