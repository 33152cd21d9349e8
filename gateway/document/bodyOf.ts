import { Kind } from 'graphql'
import type { FieldNode, FragmentDefinitionNode, SelectionNode } from 'graphql'
import type { Fragments } from './Fragments.ts'

/** What a fragment selects, and of which type, whether it stands there or is spread. */
export function bodyOf(
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: Fragments,
): Pick<FragmentDefinitionNode, 'selectionSet'> & Partial<Pick<FragmentDefinitionNode, 'typeCondition'>> {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection
  const fragment = fragments.get(selection.name.value)
  if (fragment === undefined) throw new Error('A document has the fragments that it spreads.')
  return fragment
}
