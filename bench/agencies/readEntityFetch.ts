import { Kind, OperationTypeNode, getOperationAST } from 'graphql'
import type { DocumentNode } from 'graphql'

/** An operation that asks for nothing but entities. */
export interface EntityFetch {
  /** The name in the answer. */
  readonly responseName: string
  /** The variable that holds the representations. */
  readonly variable: string
}

/** Tells whether an operation asks for entities alone, as nearly every fetch does, and how; undefined for any other. */
export function readEntityFetch(document: DocumentNode, operationName?: string | null): EntityFetch | undefined {
  const operation = getOperationAST(document, operationName)
  const [field, ...others] = operation?.selectionSet.selections ?? []
  if (operation?.operation !== OperationTypeNode.QUERY || others.length > 0) return undefined
  if (field?.kind !== Kind.FIELD || field.name.value !== '_entities') return undefined
  if ((field.directives ?? []).length > 0) return undefined
  const value = field.arguments?.find(({ name }) => name.value === 'representations')?.value
  if (value?.kind !== Kind.VARIABLE) return undefined
  return { responseName: (field.alias ?? field.name).value, variable: value.name.value }
}
