import { GraphQLError } from 'graphql'

/** Where graphql-js begins to quote the text: behind a token's kind, or at a quote that holds no punctuator of its own. */
const quotation =
  /(?<=\b(?:Name|Int|Float|String|BlockString|Comment)) "|:? "(?!(?:[!$&():=@[\]{|}]|\.\.\.|on|fragment)")/

/** What a syntax error says, up to where it quotes the text. The place is in its locations. */
export function describeSyntaxError(causes: readonly Error[]): string | undefined {
  const error = causes.find((cause) => cause instanceof GraphQLError && cause.message.startsWith('Syntax Error: '))
  if (error === undefined) return undefined
  const end = error.message.search(quotation)
  return end === -1 ? error.message : `${error.message.slice(0, end)}.`
}
