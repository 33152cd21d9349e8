import { getVariableValues } from 'graphql'
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { describeVariableError } from '../disclose/describeVariableError.ts'
import type { Variables } from '../execute/Variables.ts'
import { faultAt } from './faultAt.ts'

/** Errors told at most; a list of thousands may be wrong in every place. */
const mostErrors = 10

/**
 * The variables as their types take them, with defaults. Throws an AggregateError of faults, each at the variable's definition, when a variable has a value that its type does not
 * accept. The values themselves stay out of it.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): Variables {
  const { errors = [], coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostErrors,
  })
  if (errors.length === 0) return coerced
  throw new AggregateError(
    errors.map((error) => {
      const { code } = error.extensions
      return faultAt(isErrorCode(code) ? code : 'BAD_USER_INPUT', error, describeVariableError(error))
    }),
  )
}
