import { buildASTSchema, print } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { readFieldNames } from '../prepare/readFieldNames.ts'
import { createKeyGuard } from './createKeyGuard.ts'
import { nameRequirements } from './nameRequirements.ts'
import { readNeeds } from './readNeeds.ts'
import type { NeedsOf } from './readNeeds.ts'
import { restoreRequirements } from './restoreRequirements.ts'
import { separateRequired } from './separateRequired.ts'
import { splitFetch } from './splitFetch.ts'

/** What agencies require of each other, kept apart where the planner would mix it up. */
export interface Requirements {
  /** The supergraph as the planner has to see it, and its text where that is another. */
  readonly supergraph: DocumentNode
  readonly sdl: string | undefined
  readonly needsOf: NeedsOf
  /** Makes of a fetch for that supergraph what it takes with the true one. */
  readonly restore: (fetch: FetchPlan) => PlanNode
  /** Makes of such a fetch as many as there are fields in it that need different things. */
  readonly divide: (fetch: FetchPlan) => PlanNode
}

/** Reads the requirements of a supergraph, read and built. Throws when a field requires what no representation can hold. */
export function createRequirements(document: DocumentNode, schema: GraphQLSchema): Requirements {
  const named = nameRequirements(document, readFieldNames(schema).ownPrefix)
  const isSame = named.fields.size === 0
  const supergraph = isSame ? schema : buildASTSchema(named.supergraph, { assumeValidSDL: true })
  const separated = separateRequired(named.supergraph, supergraph)
  const needsOf = readNeeds(supergraph, named.fields)
  const guardKeys = createKeyGuard(supergraph)

  function restore(fetch: FetchPlan): PlanNode {
    const agency = separated.agencies.get(fetch.agency)
    const own = agency === undefined ? fetch : { ...fetch, agency }
    const restored = isSame ? own : restoreRequirements(own, named.fields)
    return splitFetch(guardKeys(restored), { supergraph, needsOf })
  }
  function divide(fetch: FetchPlan): PlanNode {
    return splitFetch(fetch, { supergraph, needsOf, isStrict: true })
  }
  const sdl = isSame && separated.agencies.size === 0 ? undefined : print(separated.supergraph)
  return { supergraph: separated.supergraph, sdl, needsOf, restore, divide }
}
