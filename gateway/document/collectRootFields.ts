import { Kind } from 'graphql'
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql'
import { fragmentsOf } from './fragmentsOf.ts'
import { responseKeyOf } from './responseKeyOf.ts'

/**
 * The root fields of a document with one operation and without conditions, by response key, in the order in which they run
 * (GraphQL specification, 6.3.2). Every fragment of a valid operation's root is about the root.
 */
export function collectRootFields(document: DocumentNode): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>()
  const fragments = fragmentsOf(document)
  const spread = new Set<string>()

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKeyOf(selection)
        fields.set(key, [...(fields.get(key) ?? []), selection])
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet)
      else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value)
        const fragment = fragments.get(selection.name.value)
        if (fragment !== undefined) collect(fragment.selectionSet)
      }
    }
  }
  for (const one of document.definitions) if (one.kind === Kind.OPERATION_DEFINITION) collect(one.selectionSet)
  return fields
}
