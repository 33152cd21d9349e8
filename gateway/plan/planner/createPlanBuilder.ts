import type { Operation, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import type { QueryPlan } from '@apollo/query-planner'

/** Builds the plan of an operation with the overrides of these labels in force. Throws where the planner cannot. */
export type PlanBuilder = (operation: Operation, labels: readonly string[]) => QueryPlan

/**
 * Makes the builder of a supergraph. The planner weighs all plans that there are, and throws where it cannot put one of them together:
 * some ask an agency twice at one place, the second time for what the first call's answer led to, and it takes the two for one. Then
 * the first plan that it comes upon is taken.
 */
export function createPlanBuilder(supergraph: Supergraph): PlanBuilder {
  const planner = new QueryPlanner(supergraph)
  let hasty: QueryPlanner | undefined

  return function build(operation, labels) {
    const options = { overrideConditions: new Map(labels.map((label) => [label, true])) }
    try {
      return planner.buildQueryPlan(operation, options)
    } catch (error) {
      if (error instanceof RangeError) throw error
      // Made late: few supergraphs ever need it, and it takes as much memory as the other.
      hasty ??= new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: 1 } })
      return hasty.buildQueryPlan(operation, options)
    }
  }
}
