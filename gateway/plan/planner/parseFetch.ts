import { parse } from 'graphql'
import type { OperationDefinitionNode } from 'graphql'
import type { Fragments } from '../../document/Fragments.ts'
import { fragmentsOf } from '../../document/fragmentsOf.ts'
import { operationOf } from '../../document/operationOf.ts'
import { oncePerObject } from '../../../platform/oncePerObject.ts'
import type { FetchPlan } from '../../execute/PlanNode.ts'

/** The text of a fetch, parsed. */
export interface ParsedFetch {
  readonly operation: OperationDefinitionNode
  readonly fragments: Fragments
}

/** Parses the text of a fetch, as the planner makes it: once, for each pass that looks into it. */
export const parseFetch = oncePerObject(({ query }: FetchPlan): ParsedFetch => {
  const document = parse(query, { noLocation: true })
  return { operation: operationOf(document).definition, fragments: fragmentsOf(document) }
})
