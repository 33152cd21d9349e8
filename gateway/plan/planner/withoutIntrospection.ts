import { visit } from 'graphql'
import type { DocumentNode, FieldNode } from 'graphql'
import { nothingField } from '../../document/nothingField.ts'
import { responseKeys } from '../../document/responseKeys.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'

/**
 * A document without what the schema says of itself, which no agency is asked for: the planner would only put it aside, and fails
 * at what is newer than itself, such as `isOneOf`.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  let isOf = false
  visit(document, { Field: (node) => void (isOf ||= isIntrospection(node)) })
  if (!isOf) return document
  const nothing = nothingField(unusedPrefix('nothing', responseKeys(document)))
  const stripped = visit(document, {
    Field: (node) => (isIntrospection(node) ? null : undefined),
    SelectionSet: {
      leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [nothing] }),
    },
  })
  return withUsedParts(stripped).document
}

function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type'
}
