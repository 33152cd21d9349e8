import { getArgumentValues, Kind, visit } from 'graphql'
import type { FieldNode, GraphQLField } from 'graphql'
import type { Variables } from '../execute/Variables.ts'

/** The values of arguments, defaults among them, given the variables of a request. */
export type ReadArguments = (variables: Variables) => Variables

/** Compiles the reading of those arguments of a field that are named. Where no variable stands in them, they are read once. */
export function compileArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  names: ReadonlySet<string>,
): ReadArguments {
  const narrow = { ...field, args: field.args.filter(({ name }) => names.has(name)) }
  const given = node.arguments?.filter(({ name }) => names.has(name.value)) ?? []
  const written = { ...node, arguments: given }
  if (holdsVariables(written)) return (variables) => getArgumentValues(narrow, written, variables)
  const values = getArgumentValues(narrow, written)
  return () => values
}

function holdsVariables({ arguments: given = [] }: FieldNode): boolean {
  let holds = false
  for (const { value } of given) {
    visit(value, {
      [Kind.VARIABLE]() {
        holds = true
      },
    })
  }
  return holds
}
