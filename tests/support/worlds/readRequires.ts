import { Kind, parse } from 'graphql'
import type { FieldDefinitionNode, SelectionSetNode } from 'graphql'

/** What a field is marked as requiring; undefined for one that is not. */
export function readRequires({ directives = [] }: FieldDefinitionNode): SelectionSetNode | undefined {
  const value = directives.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value
  if (value?.kind !== Kind.STRING) return undefined
  const [operation] = parse(`{ ${value.value} }`).definitions
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined
}
