import { Kind } from 'graphql'
import type { FieldNode } from 'graphql'
import { typeNameField } from './typeNameField.ts'

/** Stands under this key where nothing is left of what was selected, or there could be nothing: a selection is never empty. */
export function nothingField(key: string): FieldNode {
  return { ...typeNameField, alias: { kind: Kind.NAME, value: key } }
}
