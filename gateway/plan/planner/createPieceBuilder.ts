import type { Supergraph } from '@apollo/federation-internals'
import type { PlanBuilder } from './createPlanBuilder.ts'
import { UnplannableError } from './UnplannableError.ts'
import { createPlanBuilder } from './createPlanBuilder.ts'

/**
 * Makes the builder of a supergraph that was not composed: nobody promises that all its operations have a plan, so that what the planner
 * throws at says that one has none. Throws an UnplannableError then.
 */
export function createPieceBuilder(supergraph: Supergraph): PlanBuilder {
  const build = createPlanBuilder(supergraph)
  return function buildPiece(operation, labels) {
    try {
      return build(operation, labels)
    } catch (cause) {
      // Of the stack, or of an array: that is no fault of what agencies require.
      if (cause instanceof RangeError) throw cause
      throw new UnplannableError('The planner has no plan that begins there.', { cause })
    }
  }
}
