import { getOperationAST, getVariableValues, parse, validate } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { WrittenOperation } from './writeOperation.ts'

/** Whether an operation and its variables would reach an engine. */
export function isValidOperation(schema: GraphQLSchema, { query, variables }: WrittenOperation): boolean {
  const document = parse(query)
  const definitions = getOperationAST(document)?.variableDefinitions ?? []
  return (
    validate(schema, document).length === 0 && getVariableValues(schema, definitions, variables).errors === undefined
  )
}
