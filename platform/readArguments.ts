import { valueFromASTUntyped } from 'graphql'
import type { DirectiveNode } from 'graphql'

/** All arguments that a directive was written with, by name. */
export function readArguments({ arguments: given = [] }: DirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]))
}
