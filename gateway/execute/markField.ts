import { Kind } from 'graphql'
import type { ConstDirectiveNode, FieldNode } from 'graphql'
import type { Mark } from './Mark.ts'
import { markPrefix } from './markPrefix.ts'

/**
 * The field with a mark, a directive that stays with it through whatever is done with the document. What nobody is asked for
 * has no selection any more.
 */
export function markField({ selectionSet, ...field }: FieldNode, { kind, ...details }: Mark): FieldNode {
  const directive: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: `${markPrefix}${kind}` },
    arguments: Object.entries(details).map(([name, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: { kind: Kind.STRING, value },
    })),
  }
  const isAsked = kind === 'masked' || kind === 'dataSubject'
  const directives = [...(field.directives ?? []), directive]
  return isAsked && selectionSet !== undefined ? { ...field, directives, selectionSet } : { ...field, directives }
}
