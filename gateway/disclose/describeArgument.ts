import { BREAK, Kind, visit } from 'graphql'
import type { DocumentNode, GraphQLError } from 'graphql'

/** Says which argument has a wrong value, and where inside it, if an error is about a value in a document that is one's. */
export function describeArgument({ nodes: [value] = [] }: GraphQLError, document: DocumentNode): string | undefined {
  /** Those that the visit is inside of. */
  const names: string[] = []
  let isArgument = false
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) names.push(node.name.value)
      isArgument ||= node.kind === Kind.ARGUMENT
      return node === value ? BREAK : undefined
    },
    leave({ kind }) {
      if (kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD) names.pop()
      isArgument &&= kind !== Kind.ARGUMENT
    },
  })
  return isArgument ? `Argument "${names.join('.')}" has no valid value.` : undefined
}
