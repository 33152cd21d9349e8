import { describe, expect, test } from '@jest/globals'
import { buildASTSchema, isObjectType, Kind, parse } from 'graphql'
import { readStatement } from '../../../../../subgraphs/kit/policy/readStatement.ts'

function statementOf(directive: string) {
  const schema = buildASTSchema(parse(`type Query ${directive} { a: Int }`), { assumeValidSDL: true })
  const type = schema.getType('Query')
  return isObjectType(type) ? readStatement(type) : undefined
}

describe('what a @cacheControl says', () => {
  test.each([
    ['', {}],
    ['@cacheControl', {}],
    ['@other(maxAge: 5)', {}],
    ['@cacheControl(maxAge: 5)', { maxAge: 5 }],
    ['@cacheControl(maxAge: -5)', { maxAge: 0 }],
    ['@cacheControl(maxAge: "5")', {}],
    ['@cacheControl(staleIfError: 7, liveRequired: true)', { staleIfError: 7, liveRequired: true }],
    ['@cacheControl(liveRequired: false, daily: true)', { daily: true }],
  ])('is read from %p', (directive, statement) => {
    expect(statementOf(directive)).toEqual(statement)
  })

  test('may stand on an extension, and on what no SDL describes stands nowhere', () => {
    const [, extension] = parse('type Query { a: Int } extend type Query @cacheControl(maxAge: 3)').definitions
    if (extension?.kind !== Kind.OBJECT_TYPE_EXTENSION) throw new Error('An extension was written.')
    expect(readStatement({ extensionASTNodes: [extension] })).toEqual({ maxAge: 3 })
    expect(readStatement({ astNode: null })).toEqual({})
  })
})
