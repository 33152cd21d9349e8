import { Kind, coerceInputValue, getVariableValues, isInputType, typeFromAST } from 'graphql'
import type { ASTNode, GraphQLSchema, OperationDefinitionNode, VariableDefinitionNode } from 'graphql'
import { isErrorCode } from '../../platform/isErrorCode.ts'
import { describeVariableError } from '../disclose/describeVariableError.ts'
import type { WayInside } from '../disclose/describeVariableError.ts'
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
  const nextWay = createWayFinder(schema, variables)
  throw new AggregateError(
    errors.map((error) => {
      const { code } = error.extensions
      const described = describeVariableError(error, nextWay(error.nodes?.[0]))
      return faultAt(isErrorCode(code) ? code : 'BAD_USER_INPUT', error, described)
    }),
  )
}

/**
 * Finds where inside a variable its next wrong value is. GraphQL's errors say it in their sentences alone, between values, so the
 * variable is read again, in the same order.
 */
function createWayFinder(
  schema: GraphQLSchema,
  variables: Variables,
): (definition: ASTNode | undefined) => WayInside | undefined {
  const found = new Map<ASTNode, WayInside[]>()
  return function nextWay(definition) {
    if (definition?.kind !== Kind.VARIABLE_DEFINITION) return undefined
    const ways = found.get(definition) ?? waysTo(schema, definition, variables)
    found.set(definition, ways)
    return ways.shift()
  }
}

function waysTo(
  schema: GraphQLSchema,
  { variable, type: written }: VariableDefinitionNode,
  variables: Variables,
): WayInside[] {
  const ways: WayInside[] = []
  const { value: name } = variable.name
  const type = typeFromAST(schema, written)
  if (!isInputType(type) || !Object.hasOwn(variables, name)) return ways
  try {
    coerceInputValue(variables[name], type, (way) => {
      if (ways.push(way) === mostErrors) throw new Error('The rest is not told.')
    })
  } catch {
    // What was found until then is what is told.
  }
  return ways
}
