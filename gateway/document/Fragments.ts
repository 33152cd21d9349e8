import type { FragmentDefinitionNode } from 'graphql'

/** The fragments of a document by their names, in their order. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>
