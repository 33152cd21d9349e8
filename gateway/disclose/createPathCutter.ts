import { Kind } from 'graphql'
import type { FieldNode, SelectionNode, SelectionSetNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { ValidOperation } from '../document/ValidOperation.ts'
import { bodyOf } from '../document/bodyOf.ts'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import { responseKeyOf } from '../document/responseKeyOf.ts'
import type { Place } from './Place.ts'
import { lengthToNull } from './lengthToNull.ts'

/**
 * A path in the answer, or below one of its nulls, as far as the client knows it: what only agencies need of each other can be missing
 * below a null as well, and its names are not the client's. Such a path ends at the null.
 */
export type PathCutter = (data: unknown, path: Place) => Place

/** Characters of paths that are remembered of an operation: an agency that writes what it likes into them makes any number. */
const mostText = 20_000

/** Makes the cutter of an operation's paths. An answer may have thousands, which lead through few fields. */
export function createPathCutter(operation: ValidOperation): PathCutter {
  const fieldsAt = createFieldFinder(operation)
  const known = new LRUCache<string, boolean>({ maxSize: mostText })

  /** Whatever the types are of what is missing: one of them has such a field, and of that the client knows. */
  function isSelected(keys: readonly string[]): boolean {
    const text = JSON.stringify(keys)
    const before = known.get(text)
    if (before !== undefined) return before
    let sets: readonly SelectionSetNode[] = [operation.definition.selectionSet]
    const found = keys.every((key) => {
      const fields = sets.flatMap((set) => fieldsAt(set, key))
      sets = [...new Set(fields.flatMap(({ selectionSet }) => selectionSet ?? []))]
      return fields.length > 0
    })
    known.set(text, found, { size: text.length })
    return found
  }

  return function cutPath(data, path) {
    const length = lengthToNull(data, path)
    if (length === undefined) return path
    return isSelected(path.filter((step) => typeof step === 'string')) ? path : path.slice(0, length)
  }
}

/** Makes what finds the fields under a response key of a selection set, in its fragments as well, each of which is looked into once. */
function createFieldFinder({ document }: ValidOperation) {
  const fragments = fragmentsOf(document)

  function innerOf(selection: SelectionNode): readonly SelectionSetNode[] {
    return selection.kind === Kind.FIELD ? [] : [bodyOf(selection, fragments).selectionSet]
  }

  return function fieldsAt(selections: SelectionSetNode, key: string): readonly FieldNode[] {
    const sets = new Set([selections])
    for (const set of sets) for (const inner of set.selections.flatMap(innerOf)) sets.add(inner)
    const fields = [...sets].flatMap((set) => set.selections.filter((selection) => selection.kind === Kind.FIELD))
    return fields.filter((field) => responseKeyOf(field) === key)
  }
}
