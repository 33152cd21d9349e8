import { Kind, print, visit } from 'graphql'
import type { ASTNode, GraphQLError } from 'graphql'

const longest = 300

/** What stands for a value of a kind. Null and booleans tell nothing. */
const placeholders: Readonly<Partial<Record<ASTNode['kind'], string>>> = {
  [Kind.STRING]: '<text>',
  [Kind.INT]: '<number>',
  [Kind.FLOAT]: '<number>',
  [Kind.ENUM]: '<name>',
  [Kind.OBJECT]: '<object>',
  [Kind.LIST]: '<list>',
}

/** What a validation error says, with every value of the operation that it could quote replaced by the value's kind. */
export function describeValidationError({ message, nodes = [] }: GraphQLError): string {
  let sentence = message
  for (const [text, placeholder] of quotableValues(nodes)) {
    sentence = sentence.replaceAll(asWhole(text), placeholder)
  }
  return sentence.length > longest ? `${sentence.slice(0, longest)}...` : sentence
}

/** Values as they may be quoted, long ones first, for they may hold the others. */
function quotableValues(nodes: readonly ASTNode[]): readonly (readonly [string, string])[] {
  const values = new Map<string, string>()
  function note(node: ASTNode): void {
    const placeholder = placeholders[node.kind]
    if (placeholder === undefined) return
    values.set(print(node), placeholder)
    if (node.kind === Kind.STRING && node.value !== '') values.set(node.value, placeholder)
  }
  for (const node of nodes) visit(node, { enter: note })
  return [...values].toSorted(([one], [other]) => other.length - one.length)
}

/** Matches a text where it is no part of a longer word, with quotes around it or without. */
function asWhole(text: string): RegExp {
  const before = /^\w/.test(text) ? '(?<!\\w)' : ''
  const after = /\w$/.test(text) ? '(?!\\w)' : ''
  const literally = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  return new RegExp(`"?${before}${literally}${after}"?`, 'g')
}
