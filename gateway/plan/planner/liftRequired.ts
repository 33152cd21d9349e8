import { Kind, print } from 'graphql'
import type { FieldNode, SelectionNode } from 'graphql'
import { responseKeyOf } from '../../document/responseKeyOf.ts'
import { typeNameField } from '../../document/typeNameField.ts'

/**
 * Selections without spreads in which fields of some types that need something of another agency are asked of all types: who
 * sees the answer is shown them where they were asked for. One whose response key is something else of another type stays.
 */
export function liftRequired(
  selections: readonly SelectionNode[],
  isRequiring: (fieldName: string) => boolean,
): readonly SelectionNode[] {
  const meanings = new Map<string, Set<string>>()
  for (const field of selections.flatMap(fieldsOf)) {
    const key = responseKeyOf(field)
    const { selectionSet: _set, ...alone } = field
    meanings.set(key, (meanings.get(key) ?? new Set()).add(print(alone)))
  }
  const lifted: FieldNode[] = []

  function lift(selection: SelectionNode): readonly SelectionNode[] {
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection]
    const inner = selection.selectionSet.selections.flatMap((one) => {
      const isLifted = one.kind === Kind.FIELD && isRequiring(one.name.value) && isClear(one)
      if (isLifted) lifted.push(one)
      return isLifted ? [] : lift(one)
    })
    // What was lifted is shown by the type of each thing, for which perhaps nobody else asks.
    const kept = inner.length === 0 ? [typeNameField] : inner
    return [{ ...selection, selectionSet: { ...selection.selectionSet, selections: kept } }]
  }

  function isClear(field: FieldNode): boolean {
    return meanings.get(responseKeyOf(field))?.size === 1
  }
  const others = selections.flatMap(lift)
  return [...others, ...lifted]
}

function fieldsOf(selection: SelectionNode): readonly FieldNode[] {
  if (selection.kind === Kind.FIELD) return [selection]
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet.selections.flatMap(fieldsOf) : []
}
