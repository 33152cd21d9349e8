import { Kind } from 'graphql'
import type { ConstDirectiveNode } from 'graphql'

/** An argument of a directive in a supergraph, where it is a text, a name of an enum or a truth value; undefined otherwise. */
export function readArgument(
  { arguments: given = [] }: ConstDirectiveNode,
  name: string,
): string | boolean | undefined {
  const value = given.find((argument) => argument.name.value === name)?.value
  switch (value?.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return value.value
    default:
      return undefined
  }
}
