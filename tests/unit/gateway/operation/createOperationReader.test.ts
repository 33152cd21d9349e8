import { describe, expect, it } from '@jest/globals'
import { buildSchema, GraphQLError } from 'graphql'
import type { RegisteredOperation } from '../../../../gateway/operation/RegisteredOperation.ts'
import { createOperationReader } from '../../../../gateway/operation/createOperationReader.ts'
import type {
  OperationReader,
  OperationReaderOptions,
  OperationRequest,
} from '../../../../gateway/operation/createOperationReader.ts'
import { createRegistry } from '../../../../gateway/operation/createRegistry.ts'
import { hashText } from '../../../../gateway/operation/hashText.ts'
import { readCosts } from '../../../../gateway/operation/readCosts.ts'

import { generousLimits } from './support/generousLimits.ts'

const schema = buildSchema(`
  type Query { a(of: In): Int b: Query }
  type Mutation { change: Int }
  type Subscription { events: Int }
  input In { x: Int! }
`)
const lists = buildSchema('type Query { number: Int list: [Query] page(first: Int): [Query] }')
const digestKey = Buffer.alloc(32, 7)
const limits = { ...generousLimits, tokens: 1_000, depth: 10, fields: 100, aliases: 10, rootFields: 10, directives: 10 }

/** A reader of all operations of a schema that says nothing of costs, unless told otherwise. */
function makeReader(options: Partial<OperationReaderOptions> = {}): OperationReader {
  const { schema: read = schema } = options
  return createOperationReader({
    schema: read,
    limits,
    showsSchema: true,
    registeredOnly: false,
    costs: readCosts(read),
    digestKey,
    ...options,
  })
}

function request(query: string, changes: Partial<OperationRequest> = {}): OperationRequest {
  return { method: 'POST', query, hash: undefined, operationName: undefined, variables: {}, ...changes }
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

function wordsOf(read: () => unknown): string {
  try {
    read()
    return ''
  } catch (error) {
    return error instanceof AggregateError ? error.errors.map(String).join(' ') : String(error)
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
    const padding = '#'.repeat(50_000)
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
      const { read } = makeReader({ schema: queries })
      expect(codesOf(() => read(request(query)))).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    },
  )

  it('refuses what costs too much with the variables that it comes with, and says how much may be', () => {
    const { read } = makeReader({ schema: lists, limits: { ...limits, cost: 500 } })
    const query = 'query ($all: Boolean!) { list { list { number list @include(if: $all) { number } } } }'
    expect(read(request(query, { variables: { all: false } })).definition.operation).toBe('query')
    const tooDear = (): unknown => read(request(query, { variables: { all: true } }))
    expect(codesOf(tooDear)).toEqual(['OPERATION_TOO_LARGE'])
    expect(tooDear).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({ limit: 'cost', allowed: 500, asked: expect.any(Number) }),
      }),
    )
  })

  it('refuses a page that is too large, by what the supergraph says of costs', () => {
    const costs = {
      weightOf: () => undefined,
      listSizeOf: (coordinate: string) =>
        coordinate === 'Query.page'
          ? { assumedSize: undefined, slicingArguments: ['first'], sizedFields: [], requireOneSlicingArgument: false }
          : undefined,
      weighsInput: false,
    }
    const { read } = makeReader({ schema: lists, costs })
    const query = 'query ($first: Int = 100) { page(first: $first) { number } }'
    expect(codesOf(() => read(request(query)))).toEqual([])
    expect(codesOf(() => read(request(query, { variables: { first: 101 } })))).toEqual(['PAGE_SIZE_OUT_OF_RANGE'])
  })

  it('refuses a null where none may be, before its cost is known', () => {
    const pages = buildSchema('type Query { number: Int page(first: Int! = 20): [Query] }')
    const reader = makeReader({ schema: pages })
    const query = 'query($first: Int = 3) { page(first: $first) { number } }'
    expect(codesOf(() => reader.read(request(query, { variables: { first: null } })))).toEqual(['BAD_USER_INPUT'])
    expect(codesOf(() => reader.read(request(query)))).toEqual([])
  })

  it('refuses what costs more than any number', () => {
    const { read } = makeReader({
      schema: lists,
      costs: { weightOf: () => Infinity, listSizeOf: () => undefined, weighsInput: false },
    })
    expect(codesOf(() => read(request('{ list { number @skip(if: true) } }')))).toEqual(['OPERATION_TOO_LARGE'])
  })

  it('lets a mutation be posted', () => {
    expect(makeReader().read(request('mutation { change }')).definition.operation).toBe('mutation')
  })

  it('finds a text too large that no parser can go down into', () => {
    const { read } = makeReader({ limits: { ...limits, tokens: 1_000_000 } })
    expect(codesOf(() => read(request('{ b'.repeat(100_000))))).toEqual(['OPERATION_TOO_LARGE'])
  })

  it('tells the schema only where it is open', () => {
    const query = '{ __schema { queryType { name } } }'
    expect(codesOf(() => makeReader().read(request(query)))).toEqual([])
    expect(codesOf(() => makeReader({ showsSchema: false }).read(request(query)))).toContain(
      'GRAPHQL_VALIDATION_FAILED',
    )
    expect(wordsOf(() => makeReader().read(request('{ aa }')))).toContain('Did you mean "a"')
    expect(wordsOf(() => makeReader({ showsSchema: false }).read(request('{ aa }')))).not.toContain('Did you mean')
  })
})

describe('reading a registered operation', () => {
  const body = 'query A {\n  a\n}'
  const registration: RegisteredOperation = {
    id: hashText(body),
    name: 'A',
    type: 'query',
    body,
    purposes: ['reporting'],
  }

  async function makeRegistered(registeredOnly: boolean): Promise<OperationReader> {
    const rules = { schema, limits, showsSchema: true }
    return makeReader({ registeredOnly, registry: await createRegistry([registration], rules) })
  }

  const named = { name: 'A', purposes: ['reporting'] }
  const hash = hashText(body)

  it.each([true, false])(
    'finds it by hash, by text, and by both; with registered operations alone: %s',
    async (only) => {
      const { read } = await makeRegistered(only)
      const { definition: ready } = read(request(body))
      for (const asked of [
        request(body),
        request('query A { a } # spaced'),
        { ...request(body), query: undefined, hash },
        { ...request(body), hash },
        { ...request('query A { a }'), hash },
        { ...request('query A { a }'), hash: hashText('query A { a }') },
      ]) {
        const { definition, registered: is } = read(asked)
        expect(definition).toBe(ready)
        expect(is).toMatchObject(named)
      }
    },
  )

  it('holds it to what any operation is held to', async () => {
    const { read } = await makeRegistered(true)
    expect(codesOf(() => read(request(body, { operationName: 'B' })))).toEqual(['OPERATION_RESOLUTION_FAILURE'])
    expect(codesOf(() => read(request(body, { variables: { of: [[[[[[[[[[[]]]]]]]]]]] } })))).toEqual([
      'OPERATION_TOO_LARGE',
    ])
  })

  it('refuses every other text where registered operations alone are read, without parsing it', async () => {
    const { read } = await makeRegistered(true)
    for (const query of ['{ a }', 'query A { a b { a } }', '{ not GraphQL "', '{ b'.repeat(100_000)])
      expect(codesOf(() => read(request(query)))).toEqual(['OPERATION_NOT_REGISTERED'])
  })

  it('reads every other text elsewhere, as no registered one', async () => {
    const { read } = await makeRegistered(false)
    expect(read(request('{ a }')).registered).toBeUndefined()
    expect(read({ ...request('{ a }'), hash: hashText('{ a }') }).registered).toBeUndefined()
  })

  it.each([true, false])('does not know another hash, and says it in the words of the protocol: %s', async (only) => {
    const { read } = await makeRegistered(only)
    const unknown = { ...request(''), query: undefined, hash: '0'.repeat(64) }
    expect(codesOf(() => read(unknown))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
    expect(() => read(unknown)).toThrow('PersistedQueryNotFound')
  })

  it.each([true, false])('refuses a hash and a text that are of different operations: %s', async (only) => {
    const { read } = await makeRegistered(only)
    expect(codesOf(() => read({ ...request('{ a }'), hash }))).toEqual(['BAD_REQUEST'])
    expect(codesOf(() => read({ ...request(body), hash: hashText('{ a }') }))).toEqual(['BAD_REQUEST'])
  })

  it('knows none without a registry', () => {
    const { read } = makeReader()
    expect(codesOf(() => read({ ...request(''), query: undefined, hash }))).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
  })
})
