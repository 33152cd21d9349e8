import { BREAK, Kind, visit } from 'graphql'
import type { DocumentNode, GraphQLError } from 'graphql'

/** Says which argument has a wrong value, and where inside it, if an error is about a value in a document. */
export function describeArgument({ nodes: [value] = [] }: GraphQLError, document: DocumentNode): string | undefined {
  /** Those that the visit is inside of. */
  const names: string[] = []
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value)
      return node === value ? BREAK : undefined
    },
    leave({ kind }) {
      if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) names.pop()
    },
  })
  return names.length === 0 ? undefined : `Argument "${names.join('.')}" has no valid value.`
}
