import { GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql'
import type { DocumentNode } from 'graphql'
import { describeSyntaxError } from '../disclose/describeSyntaxError.ts'
import type { OperationLimits } from './OperationLimits.ts'
import { faultAt } from './faultAt.ts'
import { tooLarge } from './tooLarge.ts'

/**
 * Parses the text of an operation: no more of it than the tokens allowed, and nothing where it has too many lines. Throws a fault
 * that tells a text that is too large from one that is not GraphQL, with the place of the mistake and nothing of the text.
 */
export function parseDocument(
  text: string,
  { tokens, lines }: Pick<OperationLimits, 'tokens' | 'lines'>,
): DocumentNode {
  if (hasMoreLines(text, lines)) throw tooLarge('lines', lines)
  try {
    return parse(text, { maxLexicalTokens: tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    if (holdsMore(text, tokens)) throw tooLarge('tokens', tokens)
    throw faultAt('GRAPHQL_PARSE_FAILED', error, describeSyntaxError(error))
  }
}

function hasMoreLines(text: string, lines: number): boolean {
  let count = 1
  for (const _break of text.matchAll(/\r\n|[\r\n]/g)) {
    count += 1
    if (count > lines) return true
  }
  return false
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
