import { GraphQLError } from 'graphql'
import type { ASTVisitor, ValidationContext } from 'graphql'

/**
 * The rule of validation that an operation is of a kind that the schema has a root type for. GraphQL has it under
 * "Operation Type Existence"; graphql-js 16 does not, and lets `mutation { anything }` pass where there is no mutation.
 */
export function requireRootType(context: ValidationContext): ASTVisitor {
  const schema = context.getSchema()
  return {
    OperationDefinition(node) {
      if (schema.getRootType(node.operation)) return
      context.reportError(new GraphQLError(`The schema has no ${node.operation}.`, { nodes: node }))
    },
  }
}
