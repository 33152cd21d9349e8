import type { FieldNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import type { Mark } from './Mark.ts'
import { markPrefix } from './markPrefix.ts'

/** The mark that `markField` put at a field, if any. */
export function readMark({ directives = [] }: FieldNode): Mark | undefined {
  const directive = directives.find(({ name }) => name.value.startsWith(markPrefix))
  if (directive === undefined) return undefined
  const mark: unknown = { kind: directive.name.value.slice(markPrefix.length), ...readArguments(directive) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody but `markField` can have written it
  return mark as Mark
}
