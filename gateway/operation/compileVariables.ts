import { coerceInputValue, isInputType, isNonNullType, typeFromAST, valueFromAST } from 'graphql'
import type { GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Variables } from '../execute/Variables.ts'
import { setOwn } from '../execute/setOwn.ts'
import { checkVariables } from './checkVariables.ts'

/** Answers and throws as `checkVariables` does. */
export type ReadVariables = (variables: Variables) => Variables

/**
 * Compiles the reading of an operation's variables: `getVariableValues` of graphql, which `checkVariables` asks, looks up their
 * types anew each time. What is wrong with variables, it still says.
 */
export function compileVariables(schema: GraphQLSchema, operation: OperationDefinitionNode): ReadVariables {
  const expected = readExpected(schema, operation)
  return function readVariables(variables) {
    return coerceAll(expected, variables) ?? checkVariables(schema, operation, variables)
  }
}

interface Expected {
  readonly name: string
  /** Undefined where it is no type that a variable can have. */
  readonly type: GraphQLInputType | undefined
  readonly byDefault: { readonly value: unknown } | undefined
}

function readExpected(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): readonly Expected[] {
  return variableDefinitions.map(({ variable, type: written, defaultValue }) => {
    const found = typeFromAST(schema, written)
    const type = isInputType(found) ? found : undefined
    const byDefault = type && defaultValue && { value: valueFromAST(defaultValue, type) }
    return { name: variable.name.value, type, byDefault }
  })
}

/** The variables as they are expected, or undefined where one is not. */
function coerceAll(expected: readonly Expected[], variables: Variables): Variables | undefined {
  const coerced: Record<string, unknown> = {}
  try {
    for (const { name, type, byDefault } of expected) {
      if (type === undefined) return undefined
      if (Object.hasOwn(variables, name)) setOwn(coerced, name, coerceInputValue(variables[name], type, refuse))
      else if (byDefault !== undefined) setOwn(coerced, name, byDefault.value)
      else if (isNonNullType(type)) return undefined
    }
    return coerced
  } catch {
    return undefined
  }
}

/** Ends at the first wrong value: there may be thousands. */
function refuse(): never {
  throw new Error('A variable has a value that its type does not accept.')
}
