import type { GraphQLError } from 'graphql'

/** Where graphql-js begins to quote the text: behind a token's kind, or at a quote that holds no punctuator of its own. */
const quotation =
  /(?<=\b(?:Name|Int|Float|String|BlockString|Comment)) "|:? "(?!(?:[!$&():=@[\]{|}]|\.\.\.|on|fragment)")/

/** What a syntax error says, up to where it quotes the text. The place is in its locations. */
export function describeSyntaxError({ message }: GraphQLError): string {
  const end = message.search(quotation)
  return end === -1 ? message : `${message.slice(0, end)}.`
}
