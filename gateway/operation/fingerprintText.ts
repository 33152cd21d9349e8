import { Lexer, Source, TokenKind } from 'graphql'
import { hashText } from './hashText.ts'

/** What a text says, whatever its white space, commas and comments, and of how many tokens it is. */
export interface Fingerprint {
  readonly digest: string
  readonly tokens: number
}

/**
 * The fingerprint of a text, or undefined for one of more tokens than are allowed or that holds what is no token. Texts of
 * one fingerprint are printed alike by graphql-js. Nothing is parsed for it: it reads no further than the last token allowed,
 * however long that is.
 */
export function fingerprintText(text: string, mostTokens: number): Fingerprint | undefined {
  const lexer = new Lexer(new Source(text))
  const parts: string[] = []
  try {
    for (let tokens = 0; tokens <= mostTokens; tokens += 1) {
      const { kind, value } = lexer.advance()
      if (kind === TokenKind.EOF) return { digest: hashText(parts.join('')), tokens }
      // Written as JSON, no value can look like the tokens after it.
      parts.push(JSON.stringify([kind, value]))
    }
  } catch {
    // The parser, where there is one to follow, says what is wrong.
  }
  return undefined
}
