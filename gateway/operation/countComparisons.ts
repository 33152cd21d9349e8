import { Kind } from 'graphql'
import type { DocumentNode, FieldNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'

/**
 * How many comparisons validation may make to see whether fields under one name can be merged: each pair of fields of one
 * response path, and each field with each selection set that is merged with its own. Counting ends above `most`, and so takes
 * no more work than that. Validation itself would take up to 0.3 s for a text of 5,000 tokens.
 */
export function countComparisons(document: DocumentNode, most: number): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const reached = new Set<string>()
  let count = 0
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) countMerged([definition.selectionSet])
  for (const [name, { selectionSet }] of fragments) if (!reached.has(name)) countMerged([selectionSet])
  return count

  /** Counts for selection sets that are merged into one, and for all that are merged inside of them. */
  function countMerged(sets: readonly SelectionSetNode[]): void {
    if (count > most) return
    const { groups, parts, fields } = collectFields(sets)
    count += parts * (parts + fields)
    for (const group of groups.values()) {
      const pairs = (group.length * (group.length - 1)) / 2
      count += pairs * (1 + Math.max(...group.map((field) => field.arguments?.length ?? 0)))
      const inner = group.flatMap(({ selectionSet }) => (selectionSet === undefined ? [] : [selectionSet]))
      if (inner.length > 0) countMerged(inner)
    }
  }

  /** The fields of merged sets by response key. Each fragment is in them once, and is a part of its own. */
  function collectFields(sets: readonly SelectionSetNode[]) {
    const groups = new Map<string, FieldNode[]>()
    const spread = new Set<string>()
    let fields = 0
    for (const set of sets) collect(set)
    return { groups, fields, parts: sets.length + spread.size }

    function collect({ selections }: SelectionSetNode): void {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          const key = (selection.alias ?? selection.name).value
          const group = groups.get(key)
          fields += 1
          if (group === undefined) groups.set(key, [selection])
          else group.push(selection)
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          collect(selection.selectionSet)
        } else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value)
          reached.add(selection.name.value)
          const fragment = fragments.get(selection.name.value)
          if (fragment !== undefined) collect(fragment.selectionSet)
        }
      }
    }
  }
}
