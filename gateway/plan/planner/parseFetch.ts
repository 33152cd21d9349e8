import { Kind, parse } from 'graphql'
import type { OperationDefinitionNode } from 'graphql'
import type { Fragments } from '../../document/Fragments.ts'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'

/** The text of a fetch, parsed. */
export interface ParsedFetch {
  readonly operation: OperationDefinitionNode
  readonly fragments: Fragments
}

/** Parses the text of a fetch, as the planner makes it. */
export function parseFetch({ query }: FetchPlan): ParsedFetch {
  const document = parse(query, { noLocation: true })
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operation === undefined) throw new Error('A fetch has one operation.')
  return { operation, fragments: fragmentsOf(document) }
}
