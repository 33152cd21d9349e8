import { Kind } from 'graphql'
import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql'
import type { Fragments } from '../document/Fragments.ts'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import { responseKeyOf } from '../document/responseKeyOf.ts'

/** A selection set or field, with the fragments that it stands in, innermost first. */
interface Placed<Node> {
  readonly node: Node
  readonly inside: Chain | undefined
}

interface Chain {
  readonly name: string
  readonly inside: Chain | undefined
}

/**
 * How many comparisons validation may make to see whether fields under one name can be merged: each pair of fields of one
 * response path, and each field with each selection set that is merged with its own. Counting ends above `most`, and so takes
 * no more work than that. Validation itself would take up to 0.3 s for a text of 5,000 tokens. A fragment inside itself counts
 * as nothing there: validation refuses it. One that there is not counts as one of no fields: it is compared before it is missed.
 */
export function countComparisons(document: DocumentNode, most: number): number {
  const fragments = fragmentsOf(document)
  const reached = new Set<string>()
  let count = 0
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      countMerged([{ node: definition.selectionSet, inside: undefined }])
  for (const [name, { selectionSet: node }] of fragments)
    if (!reached.has(name)) countMerged([{ node, inside: { name, inside: undefined } }])
  return count

  /** Counts for selection sets that are merged into one, and for all that are merged inside of them. */
  function countMerged(sets: readonly Placed<SelectionSetNode>[]): void {
    if (count > most) return
    const { groups, parts } = collectFields(sets, fragments)
    for (const name of parts) reached.add(name)
    const merged = sets.length + parts.size
    for (const group of groups.values()) {
      const pairs = (group.length * (group.length - 1)) / 2
      const written = Math.max(...group.map(({ node }) => node.arguments?.length ?? 0))
      count += pairs * (1 + written) + merged * group.length
    }
    count += merged * merged
    for (const group of groups.values()) {
      const inner = group.flatMap(({ node: { selectionSet: node }, inside }) => (node ? [{ node, inside }] : []))
      if (inner.length > 0) countMerged(inner)
    }
  }
}

/** The fields of merged sets by response key, and the fragments among them: each is in them once. */
function collectFields(sets: readonly Placed<SelectionSetNode>[], fragments: Fragments) {
  const groups = new Map<string, Placed<FieldNode>[]>()
  const parts = new Set<string>()
  for (const { node, inside } of sets) collect(node, inside)
  return { groups, parts }

  function collect({ selections }: SelectionSetNode, inside: Chain | undefined): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKeyOf(selection)
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [{ node: selection, inside }])
        else group.push({ node: selection, inside })
      } else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, inside)
      else spread(selection.name.value, inside)
    }
  }

  function spread(name: string, inside: Chain | undefined): void {
    if (parts.has(name) || isInside(name, inside)) return
    parts.add(name)
    const fragment = fragments.get(name)
    if (fragment !== undefined) collect(fragment.selectionSet, { name, inside })
  }
}

function isInside(name: string, chain: Chain | undefined): boolean {
  for (let link = chain; link !== undefined; link = link.inside) if (link.name === name) return true
  return false
}
