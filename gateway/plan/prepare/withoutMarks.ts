import { visit } from 'graphql'
import type { DocumentNode, FieldNode } from 'graphql'
import { nothingField } from '../../document/nothingField.ts'
import { responseKeys } from '../../document/responseKeys.ts'
import { withUsedParts } from '../../document/withUsedParts.ts'
import { markPrefix } from '../../execute/markPrefix.ts'
import { readMark } from '../../execute/readMark.ts'
import { unusedPrefix } from '../../execute/unusedPrefix.ts'

/** What agencies are asked for: a document without what was withheld, and without any mark. The same where there is none. */
export function withoutMarks(document: DocumentNode): DocumentNode {
  let isMarked = false
  visit(document, { Field: (node) => void (isMarked ||= readMark(node) !== undefined) })
  if (!isMarked) return document
  const nothing = nothingField(unusedPrefix('nothing', responseKeys(document)))
  const stripped = visit(document, {
    Field: (node) => (isWithheld(node) ? null : undefined),
    Directive: ({ name }) => (name.value.startsWith(markPrefix) ? null : undefined),
    SelectionSet: {
      leave: (node) => (node.selections.length > 0 ? undefined : { ...node, selections: [nothing] }),
    },
  })
  return withUsedParts(stripped).document
}

function isWithheld(node: FieldNode): boolean {
  const kind = readMark(node)?.kind
  return kind === 'withheld' || kind === 'absent'
}
