import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective } from 'graphql'
import type { SelectionNode } from 'graphql'
import { fault } from '../../platform/fault.ts'
import type { Variables } from '../execute/Variables.ts'

/** Throws BAD_USER_INPUT where a condition is null, as a variable with a default may be, whose type allows it. */
export function isIncluded(node: SelectionNode, variables: Variables): boolean {
  try {
    const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true
    return !skipped && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  } catch {
    throw fault('BAD_USER_INPUT', { argument: 'if' })
  }
}
