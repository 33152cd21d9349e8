import { Kind } from 'graphql'
import type { FieldNode, SelectionNode, SelectionSetNode } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { ValidOperation } from './ValidOperation.ts'
import { bodyOf } from './bodyOf.ts'
import { fragmentsOf } from './fragmentsOf.ts'
import { responseKeyOf } from './responseKeyOf.ts'

/**
 * Whether something is selected at a path of response keys, whatever the types are of what stands there: one of them has such a field, and
 * of that the client knows.
 */
export type SelectsPath = (keys: readonly string[]) => boolean

/** Characters of paths that are remembered of an operation: an agency that writes what it likes into them makes any number. */
const mostText = 20_000

/** Makes what tells it of an operation. An answer may have thousands of paths, which lead through few fields. */
export function createSelectsPath(operation: ValidOperation): SelectsPath {
  const fieldsAt = createFieldFinder(operation)
  const known = new LRUCache<string, boolean>({ maxSize: mostText })
  return function selectsPath(keys) {
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
