import { GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql'
import type { DocumentNode } from 'graphql'
import { describeSyntaxError } from '../disclose/describeSyntaxError.ts'
import { faultAt } from './faultAt.ts'
import { tooLarge } from './tooLarge.ts'

/**
 * Parses the text of an operation, and no more of it than the tokens allowed. Throws a fault that tells a text that is too
 * large from one that is not GraphQL, with the place of the mistake and nothing of the text.
 */
export function parseDocument(text: string, tokens: number): DocumentNode {
  try {
    return parse(text, { maxLexicalTokens: tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (holdsMore(text, tokens)) throw tooLarge('tokens', tokens)
    throw faultAt('GRAPHQL_PARSE_FAILED', error, describeSyntaxError(error))
  }
}

function holdsMore(text: string, tokens: number): boolean {
  const lexer = new Lexer(new Source(text))
  try {
    for (let count = 0; count <= tokens; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return false
    }
    return true
  } catch {
    return false
  }
}
