import { Kind, parse } from 'graphql'
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'
import type { FetchPlan } from '../../execute/PlanNode.ts'

/** The text of a fetch, parsed. */
export interface ParsedFetch {
  readonly operation: OperationDefinitionNode
  readonly fragments: readonly FragmentDefinitionNode[]
}

/** Parses the text of a fetch, as the planner makes it. */
export function parseFetch({ query }: FetchPlan): ParsedFetch {
  const { definitions } = parse(query, { noLocation: true })
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined) throw new Error('A fetch has one operation.')
  return { operation, fragments: definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION) }
}
