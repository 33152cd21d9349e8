import { valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode } from 'graphql'

/** The arguments of the first of these directives that has this name; undefined where there is none. */
export function readDirective(
  directives: readonly ConstDirectiveNode[] = [],
  name: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives.find((one) => one.name.value === name)
  if (directive === undefined) return undefined
  const given = directive.arguments ?? []
  return Object.fromEntries(given.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]))
}
