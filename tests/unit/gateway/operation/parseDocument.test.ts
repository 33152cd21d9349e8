import { describe, expect, it } from '@jest/globals'
import { GraphQLError, Kind } from 'graphql'
import { parseDocument } from '../../../../gateway/operation/parseDocument.ts'
import { errors } from '../../../../platform/errors.ts'

const lines = 1_000

function errorOf(text: string, tokens: number): unknown {
  try {
    parseDocument(text, { tokens, lines })
    return null
  } catch (error) {
    return error
  }
}

function codeOf(text: string, tokens: number): unknown {
  const error = errorOf(text, tokens)
  return error instanceof GraphQLError ? error.extensions['code'] : error
}

describe('parsing an operation', () => {
  it('answers the document of a text with as many tokens as are allowed', () => {
    expect(parseDocument('{ a b }', { tokens: 4, lines }).kind).toBe(Kind.DOCUMENT)
  })

  it.each([
    ['one more token than allowed', '{ a b c }', 4],
    ['many more', `{ ${'a '.repeat(100_000)} }`, 100],
  ])('finds a text with %s too large', (_what, text, tokens) => {
    expect(codeOf(text, tokens)).toBe('OPERATION_TOO_LARGE')
  })

  it.each(['\n', '\r', '\r\n'])(
    'reads nothing of a text with more lines than are allowed, which end with %j',
    (end) => {
      const limits = { tokens: 100, lines: 20 }
      expect(parseDocument(`{ a${end.repeat(19)}}`, limits).kind).toBe(Kind.DOCUMENT)
      expect(() => parseDocument(`{ a "${end.repeat(20)}`, limits)).toThrow(
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'OPERATION_TOO_LARGE', limit: 'lines', allowed: 20 }),
        }),
      )
    },
  )

  it.each(['{ a', 'books', '{ a(x: "unterminated) }', '{ a } §', ''])('finds %j no GraphQL', (text) => {
    expect(codeOf(text, 100)).toBe('GRAPHQL_PARSE_FAILED')
  })

  it('tells the place of a mistake, and not the text around it', () => {
    const text = '{\n  a(nik: "5318075205999001" "5318075205999001")\n}'
    const error = errorOf(text, 100)
    expect(error).toMatchObject({ locations: [{ line: 2, column: 29 }] })
    expect(JSON.stringify(error)).not.toContain('5318075205999001')
  })

  it.each([
    ['{ applicant(nik: ) { nik } }', 'Syntax Error: Unexpected ")".'],
    ['{', 'Syntax Error: Expected Name, found <EOF>.'],
    ['{ a(b: 1 Maria) }', 'Syntax Error: Expected ":", found ")".'],
    ['{ a(b "Maria") }', 'Syntax Error: Expected ":", found String.'],
    ['{ a(b """Maria""") }', 'Syntax Error: Expected ":", found BlockString.'],
    ['{ a(b 5318075205999001) }', 'Syntax Error: Expected ":", found Int.'],
    ['{ a } Maria', 'Syntax Error: Unexpected Name.'],
    ['"(\\" Maria', 'Syntax Error: Unterminated string.'],
    ['{ a(b "(\\" Maria") }', 'Syntax Error: Expected ":", found String.'],
    ['fragment a Maria { b }', 'Syntax Error: Expected "on", found Name.'],
    ['{ a(b: 01Maria) }', 'Syntax Error: Invalid number, unexpected digit after 0.'],
    ['{ a(b: "\\Maria") }', 'Syntax Error: Invalid character escape sequence.'],
    [
      "{ a(b: 'Maria') }",
      `Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (")?`,
    ],
    ['{ a(b: ?) }', 'Syntax Error: Unexpected character.'],
  ])('%s says where and why, and quotes nothing', (text, sentence) => {
    const error = errorOf(text, 100)
    if (!(error instanceof GraphQLError)) throw new Error('The test has a text that parses.')
    expect(error.message).toBe(`${errors.GRAPHQL_PARSE_FAILED.en} ${sentence}`)
    expect(error.locations).toHaveLength(1)
    expect(error.message).not.toMatch(/Maria|5318/)
  })
})
