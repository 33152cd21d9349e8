import { Kind, print, stripIgnoredCharacters } from 'graphql'
import type { SelectionSetNode } from 'graphql'
import { withUsedParts } from '../../document/withUsedParts.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'
import type { ParsedFetch } from './parseFetch.ts'

/** A fetch that selects a part of what it did, with the variables and the fragments which that uses. */
export function narrowFetch(
  fetch: FetchPlan,
  { operation, fragments }: ParsedFetch,
  selectionSet: SelectionSetNode,
): FetchPlan {
  const definitions = [{ ...operation, selectionSet }, ...fragments.values()]
  const { document, definition } = withUsedParts({ kind: Kind.DOCUMENT, definitions })
  const used = new Set(definition.variableDefinitions?.map(({ variable }) => variable.name.value))
  return {
    ...fetch,
    query: stripIgnoredCharacters(print(document)),
    variables: fetch.variables.filter((name) => used.has(name)),
    contextual: fetch.contextual.filter(({ variable }) => used.has(variable)),
  }
}
