import { describe, expect, it } from '@jest/globals'
import { buildSchema, GraphQLError } from 'graphql'
import { createOperationReader } from '../../../../gateway/operation/createOperationReader.ts'
import type { OperationReader, OperationRequest } from '../../../../gateway/operation/createOperationReader.ts'

const schema = buildSchema(`
  type Query { a(of: In): Int b: Query }
  type Mutation { change: Int }
  type Subscription { events: Int }
  input In { x: Int! }
`)
const digestKey = Buffer.alloc(32, 7)
const limits = { tokens: 1_000, depth: 10, fields: 100, aliases: 10, rootFields: 10, directives: 10 }

function makeReader(open = true): OperationReader {
  return createOperationReader({ schema, limits, open, digestKey })
}

function request(query: string, changes: Partial<OperationRequest> = {}): OperationRequest {
  return { method: 'POST', query, operationName: undefined, variables: {}, ...changes }
}

function codesOf(read: () => unknown): readonly unknown[] {
  try {
    read()
    return []
  } catch (error) {
    const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return errors.map((one) => (one instanceof GraphQLError ? one.extensions['code'] : one))
  }
}

describe('reading an operation', () => {
  it('answers the one that is named, with its digest', () => {
    const { definition, digest } = makeReader().read(
      request('query A { a } query B { b { a } }', { operationName: 'B' }),
    )
    expect(definition.name?.value).toBe('B')
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('remembers a good document by its text', () => {
    const { read } = makeReader()
    expect(read(request('{ a }')).document).toBe(read(request('{ a }')).document)
    expect(read(request('{ a }')).document).not.toBe(read(request('{  a }')).document)
  })

  it('does not remember a bad one', () => {
    const { read } = makeReader()
    for (let time = 0; time < 2; time += 1)
      expect(codesOf(() => read(request('{ nothing }')))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
  })

  it('forgets what was not used for long when there is too much', () => {
    const { read } = makeReader()
    const padding = '#'.repeat(100_000)
    const texts = Array.from({ length: 8 }, (_, index) => `{ a } ${padding}${index}`)
    const documents = texts.map((text) => read(request(text)).document)
    // The newest first: asking for one that was forgotten makes others be forgotten.
    const remembered = texts.map((text, index) => [text, documents[index]] as const).toReversed()
    expect(remembered.map(([text, document]) => read(request(text)).document === document)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it.each([
    ['no name for two operations', 'query A { a } query B { a }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    ['a name that is not there', 'query A { a }', { operationName: 'B' }, 'OPERATION_RESOLUTION_FAILURE'],
    ['no operation', 'fragment F on Query { a }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { events }', {}, 'OPERATION_RESOLUTION_FAILURE'],
    ['a mutation over GET', 'mutation { change }', { method: 'GET' }, 'METHOD_NOT_ALLOWED'],
    ['a variable missing in an object', 'query ($of: In) { a(of: $of) }', { variables: { of: {} } }, 'BAD_USER_INPUT'],
    [
      'a variable nested deeper than a value may be',
      'query ($of: In) { a(of: $of) }',
      { variables: { of: [[[[[[[[[[[]]]]]]]]]]] } },
      'OPERATION_TOO_LARGE',
    ],
    ['too many root fields', `{ ${'a '.repeat(11)} }`, {}, 'OPERATION_TOO_LARGE'],
  ])('refuses %s', (_what, query, changes, code) => {
    expect(codesOf(() => makeReader().read(request(query, changes)))).toEqual([code])
  })

  it.each(['mutation { __typename }', 'mutation { change }', 'subscription { __typename }'])(
    'refuses what the schema has no type for: %s',
    (query) => {
      const queries = buildSchema('type Query { a: Int }')
      const { read } = createOperationReader({ schema: queries, limits, open: true, digestKey })
      expect(codesOf(() => read(request(query)))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    },
  )

  it('lets a mutation be posted', () => {
    expect(makeReader().read(request('mutation { change }')).definition.operation).toBe('mutation')
  })

  it('finds a text too large that no parser can go down into', () => {
    const { read } = createOperationReader({ schema, limits: { ...limits, tokens: 1_000_000 }, open: true, digestKey })
    expect(codesOf(() => read(request('{ b'.repeat(100_000))))).toEqual(['OPERATION_TOO_LARGE'])
  })

  it('tells the schema only where it is open', () => {
    const query = '{ __schema { queryType { name } } }'
    expect(codesOf(() => makeReader(true).read(request(query)))).toEqual([])
    expect(codesOf(() => makeReader(false).read(request(query)))).toContain('GRAPHQL_VALIDATION_FAILED')
  })
})
