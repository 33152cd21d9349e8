import { Kind, print } from 'graphql'
import type { GraphQLError } from 'graphql'

/**
 * Says which variable has a wrong value, if that is what an error tells. GraphQL's own sentence shows the value; this one
 * is made from the variable's definition.
 */
export function describeVariableError({ nodes: [node] = [] }: GraphQLError): string | undefined {
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return undefined
  return `Variable "$${node.variable.name.value}" has no valid value of type "${print(node.type)}".`
}
