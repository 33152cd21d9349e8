/** A node of a syntax tree, whatever its type. */
export type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string }

/** Every node in a tree, parents before children, in the order of the text. */
export function findNodes(tree: unknown): readonly SyntaxNode[] {
  if (typeof tree !== 'object' || tree === null) return []
  const below = Object.values(tree).flatMap(findNodes)
  return isNode(tree) ? [tree, ...below] : below
}

function isNode(value: object): value is SyntaxNode {
  return 'type' in value && typeof value.type === 'string'
}
