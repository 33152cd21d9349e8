import { Kind, parse } from 'graphql'
import type { SelectionSetNode } from 'graphql'

/** Reads one selection without its braces, as `@key` and `@requires` have it (Apollo Federation subgraph specification, FieldSet). */
export function parseFieldSet(text: string): SelectionSetNode {
  const [operation, ...others] = parse(`{ ${text} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw new Error('A field set is a selection.')
  return operation.selectionSet
}
