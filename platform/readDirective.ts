import type { ConstDirectiveNode } from 'graphql'
import { readArguments } from './readArguments.ts'

/** The arguments of the first of these directives that has this name; undefined where there is none. */
export function readDirective(
  directives: readonly ConstDirectiveNode[] = [],
  name: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const directive = directives.find((one) => one.name.value === name)
  return directive && readArguments(directive)
}
