import { Kind } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode } from 'graphql'
import type { Fragments } from './Fragments.ts'

/** Those of a document. */
export function fragmentsOf({ definitions }: Pick<DocumentNode, 'definitions'>): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  return fragments
}
