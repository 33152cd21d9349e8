import { valueFromASTUntyped } from 'graphql'
import type { FieldNode } from 'graphql'
import type { Mark } from './Mark.ts'
import { markPrefix } from './markPrefix.ts'

/** The mark that `markField` put at a field, if any. */
export function readMark({ directives = [] }: FieldNode): Mark | undefined {
  const directive = directives.find(({ name }) => name.value.startsWith(markPrefix))
  if (directive === undefined) return undefined
  const details = (directive.arguments ?? []).map(
    ({ name, value }) => [name.value, valueFromASTUntyped(value)] as const,
  )
  const mark: unknown = { kind: directive.name.value.slice(markPrefix.length), ...Object.fromEntries(details) }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody but `markField` can have written it
  return mark as Mark
}
