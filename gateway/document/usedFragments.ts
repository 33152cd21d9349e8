import { visit } from 'graphql'
import type { ASTNode, FragmentDefinitionNode } from 'graphql'
import type { Fragments } from './Fragments.ts'

/** The fragments among these that something uses, itself or through others, in their order. */
export function usedFragments(user: ASTNode, fragments: Fragments): readonly FragmentDefinitionNode[] {
  const used = new Set<string>()
  function collect(node: ASTNode): void {
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return
        used.add(name.value)
        const fragment = fragments.get(name.value)
        if (fragment !== undefined) collect(fragment)
      },
    })
  }
  collect(user)
  return [...fragments.values()].filter(({ name }) => used.has(name.value))
}
