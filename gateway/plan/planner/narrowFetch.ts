import { Kind, print, stripIgnoredCharacters, visit } from 'graphql'
import type { OperationDefinitionNode, SelectionSetNode } from 'graphql'
import { usedFragments } from '../../document/usedFragments.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'
import type { ParsedFetch } from './parseFetch.ts'

/** A fetch that selects a part of what it did, with the variables and the fragments which that uses. */
export function narrowFetch(
  fetch: FetchPlan,
  { operation, fragments: all }: ParsedFetch,
  selectionSet: SelectionSetNode,
): FetchPlan {
  const fragments = usedFragments(selectionSet, all)
  const used = new Set<string>()
  for (const node of [selectionSet, ...fragments]) visit(node, { Variable: ({ name }) => void used.add(name.value) })
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  )
  const narrow: OperationDefinitionNode = { ...operation, variableDefinitions, selectionSet }
  return {
    ...fetch,
    query: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: [narrow, ...fragments] })),
    variables: fetch.variables.filter((name) => used.has(name)),
  }
}
