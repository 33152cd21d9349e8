import { Kind } from 'graphql'
import type { ConstDirectiveNode, FieldNode } from 'graphql'
import type { Mark } from './Mark.ts'
import { markPrefix } from './markPrefix.ts'

/** The field with a mark, a directive that stays with it through whatever is done with the document. */
export function markField(field: FieldNode, { kind, ...details }: Mark): FieldNode {
  const directive: ConstDirectiveNode = {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: `${markPrefix}${kind}` },
    arguments: Object.entries(details).map(([name, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: { kind: Kind.STRING, value },
    })),
  }
  return { ...field, directives: [...(field.directives ?? []), directive] }
}
