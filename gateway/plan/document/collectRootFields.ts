import { Kind } from 'graphql'
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql'

/**
 * The root fields of a document with one operation and without conditions, by response key, in the order in which they run
 * (GraphQL specification, 6.3.2). Every fragment of a valid operation's root is about the root.
 */
export function collectRootFields({ definitions }: DocumentNode): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  )
  const spread = new Set<string>()

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value
        fields.set(key, [...(fields.get(key) ?? []), selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const set = fragments.get(selection.name.value)
        if (set !== undefined) collect(set)
      }
    }
  }
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION) collect(one.selectionSet)
  return fields
}
