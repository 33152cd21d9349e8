import { BREAK, Kind, visit } from 'graphql'
import type { ASTNode, DocumentNode, GraphQLError } from 'graphql'
import type { Described } from './Described.ts'

/** Says which argument or default has a wrong value, and where inside it, if an error is about a value in a document that is one's. */
export function describeLiteral({ nodes: [value] = [] }: GraphQLError, document: DocumentNode): Described | undefined {
  /** Those that the visit is inside of. */
  const names: string[] = []
  let owner: ASTNode | undefined
  visit(document, {
    enter(node) {
      const name = nameOf(node)
      if (name !== undefined) names.push(name)
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.VARIABLE_DEFINITION) owner = node
      return node === value ? BREAK : undefined
    },
    leave(node) {
      if (nameOf(node) !== undefined) names.pop()
      if (node === owner) owner = undefined
    },
  })
  const place = names.join('.')
  if (owner?.kind === Kind.ARGUMENT) return { sentence: `Argument "${place}" has no valid value.`, argument: place }
  if (owner === undefined) return undefined
  return { sentence: `Variable "$${place}" has no valid default.`, variable: place }
}

/** The name of what holds a value. */
function nameOf(node: ASTNode): string | undefined {
  if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) return node.name.value
  return node.kind === Kind.VARIABLE_DEFINITION ? node.variable.name.value : undefined
}
