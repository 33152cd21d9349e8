import { Kind, isAbstractType, isCompositeType, isUnionType } from 'graphql'
import { bodyOf } from '../../document/bodyOf.ts'
import type { Fragments } from '../../document/Fragments.ts'
import { fragmentOn } from '../../document/fragmentOn.ts'
import type { GraphQLCompositeType, GraphQLSchema, SelectionNode, SelectionSetNode } from 'graphql'
import { objectsOf } from './objectsOf.ts'

export interface InlineOptions {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
}

/**
 * The selections of a set on a type, without spreads, without fragments on what the type is anyway, and without fragments on
 * unions: what these select is selected of each of their types.
 */
export function inlineFragments(
  set: SelectionSetNode,
  parent: GraphQLCompositeType,
  options: InlineOptions,
): readonly SelectionNode[] {
  const { schema, fragments } = options
  return set.selections.flatMap((selection): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return [selection]
    const { typeCondition, selectionSet } = bodyOf(selection, fragments)
    const on = typeCondition === undefined ? parent : schema.getType(typeCondition.name.value)
    if (!isCompositeType(on) || isSure(parent, on, schema)) return inlineFragments(selectionSet, parent, options)
    const shared = objectsOf(on, schema).filter((one) => objectsOf(parent, schema).includes(one))
    if (shared.length === 0) return []
    return (isUnionType(on) ? shared : [on]).flatMap((type) => {
      const inner = inlineFragments(selectionSet, type, options)
      return inner.length === 0 ? [] : [fragmentOn(type.name, inner)]
    })
  })
}

/** Whether all that is selected of a type can be selected of the other, and means the same there. */
function isSure(parent: GraphQLCompositeType, on: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (parent === on || (isAbstractType(on) && !isUnionType(parent) && schema.isSubType(on, parent))) return true
  return isUnionType(on) && objectsOf(parent, schema).every((one) => objectsOf(on, schema).includes(one))
}
