import { Kind } from 'graphql'
import type { DocumentNode, FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql'

/** What the client asked for. */
export interface AskedOperation {
  readonly document: DocumentNode
  readonly definition: OperationDefinitionNode
}

type Path = readonly (string | number)[]

/**
 * A path in the answer, or below one of its nulls, as far as the client knows it: what only agencies need of each other can be missing
 * below a null as well, and its names are not the client's. Such a path ends at the null.
 */
export function cutPath(data: unknown, path: Path, operation: AskedOperation): Path {
  const length = lengthToNull(data, path)
  return length === undefined || isSelected(path, operation) ? path : path.slice(0, length)
}

/** How many steps lead to a null; undefined where none is reached. */
function lengthToNull(data: unknown, path: Path): number | undefined {
  let value = data
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return index
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value === null ? path.length : undefined
}

/** Whatever the types are of what is missing: one of them has such a field, and of that the client knows. */
function isSelected(path: Path, { document, definition }: AskedOperation): boolean {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)

  function fieldsAt(set: SelectionSetNode, key: string): readonly FieldNode[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value === key ? [selection] : []
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsAt(selection.selectionSet, key)
      const fragment = fragments.find(({ name }) => name.value === selection.name.value)
      return fragment === undefined ? [] : fieldsAt(fragment.selectionSet, key)
    })
  }
  let sets: readonly SelectionSetNode[] = [definition.selectionSet]
  for (const step of path) {
    if (typeof step === 'number') continue
    const fields = sets.flatMap((set) => fieldsAt(set, step))
    if (fields.length === 0) return false
    sets = fields.flatMap(({ selectionSet }) => selectionSet ?? [])
  }
  return true
}
