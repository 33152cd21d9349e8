import { describe, expect, test } from '@jest/globals'
import { buildSchema } from 'graphql'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import { createDocumentCache } from '../../../../subgraphs/kit/createDocumentCache.ts'

const schema = buildSchema('scalar NIK type Query { hello(nik: NIK, name: String): String }')
Object.assign(schema.getType('NIK') ?? {}, { parseLiteral: NIK.parseLiteral })

describe('the cache of documents', () => {
  test('parses a text once', () => {
    const documents = createDocumentCache(schema)
    expect(documents.parse('{ hello }')).toBe(documents.parse('{ hello }'))
    expect(documents.parse('{ a: hello }')).not.toBe(documents.parse('{ hello }'))
  })

  test('remembers no more texts than it has room for', () => {
    const documents = createDocumentCache(schema)
    const texts = Array.from({ length: 5 }, (_text, at) => `{ hello } #${at}${'.'.repeat(1_000_000)}`)
    const [first, second] = texts.map((text) => documents.parse(text))
    expect(documents.parse(texts[1] ?? '')).toBe(second)
    expect(documents.parse(texts[0] ?? '')).not.toBe(first)
  })

  test('validates a document once', () => {
    const documents = createDocumentCache(schema)
    const wrong = documents.parse('{ nothing }')
    expect(documents.validate(wrong)).toHaveLength(1)
    expect(documents.validate(wrong)).toBe(documents.validate(wrong))
    expect(documents.validate(documents.parse('{ hello }'))).toEqual([])
  })

  test.each(['', '{', 'hello', '{ hello(name: "5318075205999001) }', '\u0000'])(
    'refuses %j without quoting it',
    (text) => {
      const documents = createDocumentCache(schema)
      expect(() => documents.parse(text)).toThrow(
        expect.objectContaining({
          message: 'The text of the operation is not GraphQL.',
          extensions: expect.objectContaining({ code: 'GRAPHQL_PARSE_FAILED' }),
        }),
      )
    },
  )

  test('says what does not fit the schema without quoting it', () => {
    const documents = createDocumentCache(schema)
    const [error] = documents.validate(documents.parse('{ hello(name: 5318075205999001) }'))
    expect(error).toMatchObject({ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })
    expect(JSON.stringify(error)).not.toContain('5318075205999001')
  })

  test('keeps the code with which a scalar refuses a value', () => {
    const documents = createDocumentCache(schema)
    const [error] = documents.validate(documents.parse('{ hello(nik: "5318075205999") }'))
    expect(error).toMatchObject({ extensions: { code: 'NIK_MALFORMED' } })
    expect(JSON.stringify(error)).not.toContain('5318075205999')
  })

  test('refuses a document of more than 20,000 tokens', () => {
    const documents = createDocumentCache(schema)
    expect(() => documents.parse(`{ ${'hello '.repeat(20_000)} }`)).toThrow('The text of the operation is not GraphQL.')
  })

  test('forgets the oldest of many documents', () => {
    const documents = createDocumentCache(schema)
    const first = documents.parse('{ hello }')
    for (let index = 0; index < 500; index += 1) documents.parse(`{ a${index}: hello }`)
    expect(documents.parse('{ hello }')).not.toBe(first)
  })
})
