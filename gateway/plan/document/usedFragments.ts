import { visit } from 'graphql'
import type { ASTNode, FragmentDefinitionNode } from 'graphql'

/** The fragments among these that something uses, itself or through others, in their order. */
export function usedFragments(
  user: ASTNode,
  all: readonly FragmentDefinitionNode[],
): readonly FragmentDefinitionNode[] {
  const used = new Set<string>()
  function collect(node: ASTNode): void {
    visit(node, {
      FragmentSpread({ name }) {
        if (used.has(name.value)) return
        used.add(name.value)
        const fragment = all.find((one) => one.name.value === name.value)
        if (fragment !== undefined) collect(fragment)
      },
    })
  }
  collect(user)
  return all.filter(({ name }) => used.has(name.value))
}
