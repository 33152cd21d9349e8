import type { GraphQLSchema } from 'graphql'
import type { FetchPlan, PlanNode } from '../../execute/PlanNode.ts'
import type { Giving } from './createGiving.ts'

/** What it takes to see what a plan asks for before it can, and to mend it. */
export interface Settling {
  readonly supergraph: GraphQLSchema
  readonly gives: Giving
  /** Makes of a fetch as many as there are fields in it that need different things. */
  readonly divide: (fetch: FetchPlan) => PlanNode
}
