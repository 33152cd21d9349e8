import { Kind } from 'graphql'
import type { FieldDefinitionNode, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'

/** What a field is marked as requiring; undefined for one that is not. */
export function readRequires({ directives = [] }: FieldDefinitionNode): SelectionSetNode | undefined {
  const value = directives.find(({ name }) => name.value === 'requires')?.arguments?.[0]?.value
  return value?.kind === Kind.STRING ? parseFieldSet(value.value) : undefined
}
