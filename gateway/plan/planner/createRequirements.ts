import { buildASTSchema, print } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import { readFieldNames } from '../prepare/readFieldNames.ts'
import { createKeyGuard } from './createKeyGuard.ts'
import { nameRequirements } from './nameRequirements.ts'
import { readNeeds } from './readNeeds.ts'
import { restoreRequirements } from './restoreRequirements.ts'
import { splitFetch } from './splitFetch.ts'

/** What agencies require of each other, kept apart where the planner would mix it up. */
export interface Requirements {
  /** The supergraph as the planner has to see it, where that is another. */
  readonly sdl: string | undefined
  /** Makes of a fetch for that supergraph what it takes with the true one. */
  readonly restore: (fetch: FetchPlan) => PlanNode
}

/** Reads the requirements of a supergraph, read and built. Throws when a field requires what no representation can hold. */
export function createRequirements(document: DocumentNode, schema: GraphQLSchema): Requirements {
  const named = nameRequirements(document, readFieldNames(schema).ownPrefix)
  const isSame = named.fields.size === 0
  const supergraph = isSame ? schema : buildASTSchema(named.supergraph, { assumeValidSDL: true })
  const needsOf = readNeeds(supergraph, named.fields)
  const guardKeys = createKeyGuard(supergraph)

  function restore(fetch: FetchPlan): PlanNode {
    const restored = isSame ? fetch : restoreRequirements(fetch, named.fields)
    return splitFetch(guardKeys(restored), { supergraph, needsOf })
  }
  return { sdl: isSame ? undefined : print(named.supergraph), restore }
}
