import { visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { responseKeyOf } from './responseKeyOf.ts'

/** All response keys of a document. */
export function responseKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>()
  visit(document, { Field: (field) => void keys.add(responseKeyOf(field)) })
  return keys
}
