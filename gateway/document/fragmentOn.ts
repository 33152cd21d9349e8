import { Kind } from 'graphql'
import type { InlineFragmentNode, SelectionNode } from 'graphql'

/** What is selected of objects of one type. */
export function fragmentOn(typeName: string, selections: readonly SelectionNode[]): InlineFragmentNode {
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } } as const
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { kind: Kind.SELECTION_SET, selections } }
}
