import { Kind } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { readFieldSets } from './readFieldSets.ts'

/** What an agency knows of what a field of its holds, though it is another's, each as a path of names: `/price`. */
export type ProvisionsOf = (agency: string, typeName: string, fieldName: string) => readonly string[]

/** Reads what fields provide in a supergraph. */
export function readProvisions(supergraph: GraphQLSchema): ProvisionsOf {
  const provisions = new Map(
    readFieldSets(supergraph, 'provides').map(({ agency, typeName, name, set }) => [
      `${agency} ${typeName}.${name}`,
      pathsIn(set, ''),
    ]),
  )
  return (agency, typeName, fieldName) => provisions.get(`${agency} ${typeName}.${fieldName}`) ?? []
}

function pathsIn({ selections }: SelectionSetNode, at: string): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return []
    if (selection.kind === Kind.INLINE_FRAGMENT) return pathsIn(selection.selectionSet, at)
    const path = `${at}/${selection.name.value}`
    return [path, ...(selection.selectionSet === undefined ? [] : pathsIn(selection.selectionSet, path))]
  })
}
