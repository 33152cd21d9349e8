import { buildASTSchema, parse, print } from 'graphql'
import type { FetchPlan, PlanNode } from '../execute/PlanNode.ts'
import { mapFetches } from './mapFetches.ts'
import { nameRequirements } from './nameRequirements.ts'
import { readFieldNames } from './readFieldNames.ts'
import { readNeeds } from './readNeeds.ts'
import { restoreRequirements } from './restoreRequirements.ts'
import { splitFetch } from './splitFetch.ts'

/** What agencies require of each other with arguments, kept apart while the planner plans. */
export interface Requirements {
  /** The supergraph as the planner has to see it. */
  readonly sdl: string
  /** Makes of a plan for that supergraph one for the true one. */
  readonly restore: (plan: PlanNode) => PlanNode
}

/** Reads the requirements of a supergraph. Throws when a field requires what no representation can hold. */
export function createRequirements(sdl: string): Requirements {
  const document = parse(sdl, { noLocation: true })
  const { ownPrefix } = readFieldNames(buildASTSchema(document, { assumeValidSDL: true }))
  const { supergraph, fields } = nameRequirements(document, ownPrefix)
  if (fields.size === 0) return { sdl, restore: (plan) => plan }
  const needsOf = readNeeds(buildASTSchema(supergraph, { assumeValidSDL: true }), fields)

  function restoreFetch(fetch: FetchPlan): PlanNode {
    return splitFetch(restoreRequirements(fetch, fields), needsOf)
  }
  return { sdl: print(supergraph), restore: (plan) => mapFetches(plan, restoreFetch) }
}
