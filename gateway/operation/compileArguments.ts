import { getArgumentValues, Kind, visit } from 'graphql'
import type { FieldNode, GraphQLField } from 'graphql'
import type { Variables } from '../execute/Variables.ts'

/** Arguments whose values, defaults among them, can be read given the variables of a request. */
export interface CompiledArguments {
  /** Whether no variable stands in them. */
  readonly areFixed: boolean
  readonly read: (variables: Variables) => Variables
}

/** Compiles the reading of those arguments of a field that are named. Where no variable stands in them, they are read once. */
export function compileArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  names: ReadonlySet<string>,
): CompiledArguments {
  const narrow = { ...field, args: field.args.filter(({ name }) => names.has(name)) }
  const given = node.arguments?.filter(({ name }) => names.has(name.value)) ?? []
  const written = { ...node, arguments: given }
  if (holdsVariables(written))
    return { areFixed: false, read: (variables) => getArgumentValues(narrow, written, variables) }
  const values = getArgumentValues(narrow, written)
  return { areFixed: true, read: () => values }
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
