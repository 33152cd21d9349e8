import { Kind, print, visit } from 'graphql'
import type { ASTNode, GraphQLError } from 'graphql'
import { oncePerObject } from '../../platform/oncePerObject.ts'

const longest = 300

/** Characters of the longest sentence of the library, but for the value that it is about. */
const longestSentence = 600

/** Names of the schema that the library suggests. They end a sentence, where every value would have a mark behind it. */
const suggestion = /(?: Did you mean (?:[a-z ]+ )?"\w+"(?:(?:,| or|, or) "\w+")*\?)?$/

/** What stands for a value of a kind. Null and booleans tell nothing. */
const placeholders: Readonly<Partial<Record<ASTNode['kind'], string>>> = {
  [Kind.STRING]: '<text>',
  [Kind.INT]: '<number>',
  [Kind.FLOAT]: '<number>',
  [Kind.ENUM]: '<name>',
  [Kind.OBJECT]: '<object>',
  [Kind.LIST]: '<list>',
}

/**
 * What a validation error says, with every value of the operation that it could quote replaced by the value's kind; the names that
 * it suggests stay. A value may be as long as the operation, and the value of thousands: it is looked for only in what is left
 * without the value that the error is about.
 */
export function describeValidationError({ message, nodes = [] }: GraphQLError): string {
  const suggested = suggestion.exec(message)?.[0] ?? ''
  let sentence = withoutQuotedValues(message.slice(0, message.length - suggested.length), nodes)
  if (sentence.length > longestSentence) return 'The operation does not fit the schema.'
  const quoted = new Map(nodes.flatMap((node) => [...valuesIn(node)]).filter(([text]) => sentence.includes(text)))
  // Long ones first, for they may hold the others.
  for (const [text, placeholder] of [...quoted].toSorted(([one], [other]) => other.length - one.length))
    sentence = sentence.replaceAll(asWhole(text), placeholder)
  sentence += suggested
  return sentence.length > longest ? `${sentence.slice(0, longest)}...` : sentence
}

/** Without the values that an error is about, where they are written with marks at both ends and so cannot be taken for anything else. */
function withoutQuotedValues(message: string, nodes: readonly ASTNode[]): string {
  let sentence = message
  for (const node of nodes) {
    const { kind } = node
    if (kind !== Kind.STRING && kind !== Kind.LIST && kind !== Kind.OBJECT) continue
    sentence = sentence.replaceAll(print(node), placeholders[kind] ?? '')
    if (kind === Kind.STRING && node.value !== '' && sentence.length > longestSentence)
      sentence = sentence.replaceAll(node.value, placeholders[kind] ?? '')
  }
  return sentence
}

/** The values in a node that hold no others, as they may be quoted, each with what stands for it. Several errors may be about one node. */
const valuesIn = oncePerObject((node: ASTNode): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  visit(node, {
    enter(one) {
      const placeholder = placeholders[one.kind]
      if (placeholder === undefined || !('value' in one) || typeof one.value !== 'string' || one.value === '') return
      values.set(one.value, placeholder)
      if (one.kind === Kind.STRING) values.set(print(one), placeholder)
    },
  })
  return values
})

/** Matches a text where it is no part of a longer word, with quotes around it or without. */
function asWhole(text: string): RegExp {
  // Behind `<` stands what was put in the place of another value.
  const before = /^\w/.test(text) ? '(?<![\\w<])' : ''
  const after = /\w$/.test(text) ? '(?!\\w)' : ''
  const literally = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
  return new RegExp(`"?${before}${literally}${after}"?`, 'g')
}
