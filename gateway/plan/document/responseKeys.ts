import { visit } from 'graphql'
import type { DocumentNode } from 'graphql'

/** All response keys of a document. */
export function responseKeys(document: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>()
  visit(document, { Field: ({ alias, name }) => void keys.add(alias?.value ?? name.value) })
  return keys
}
