import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'
import { tamper } from '../../support/tamper.ts'

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
  @link(url: "https://lookup.test/lookup/v1.0", import: ["@lookup", "@is"])
  @composeDirective(name: "@lookup") @composeDirective(name: "@is")
  directive @lookup on FIELD_DEFINITION
  directive @is(field: String!) on ARGUMENT_DEFINITION`

const keyed = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`

/** A graph in which names of objects' prototypes are those of types, fields, arguments and values. */
const agencies = {
  one: {
    sdl: `${link}
      type Query { valueOf(toString: ID @is(field: "id")): constructor @lookup all: [constructor!]! }
      type constructor @key(fields: "id") { id: ID! toString: hasOwnProperty kind(of: valueOfs = constructor): valueOfs }
      scalar hasOwnProperty
      enum valueOfs { constructor toString }`,
    resolvers: {
      Query: {
        valueOf: (_root: unknown, given: object) =>
          Object.hasOwn(given, 'toString') ? { id: Reflect.get(given, 'toString') as unknown } : null,
        all: () => [{ id: '1' }],
      },
      constructor: { toString: () => ({ any: 'thing' }), kind: (_source: unknown, { of }: { of?: string }) => of },
    },
  },
  two: {
    sdl: `${keyed} type constructor @key(fields: "id") { id: ID! constructor: String isPrototypeOf: [String!] }`,
    resolvers: {
      constructor: {
        __resolveReference: (source: object) => source,
        constructor: ({ id }: { id: string }) => `built ${id}`,
        isPrototypeOf: () => ['nobody'],
      },
    },
  },
}

describe('names that objects have from their prototype', () => {
  let graph: MemoryEngine
  beforeAll(async () => {
    graph = await openMemoryEngine(agencies)
  })
  afterAll(() => graph.engine.stop())
  beforeEach(() => graph.tampers.clear())

  it('are names like any other', async () => {
    const query = `query($constructor: ID, $toString: valueOfs = toString) {
      valueOf(toString: $constructor) { __typename toString kind(of: $toString) constructor hasOwnProperty: isPrototypeOf }
    }`
    await expect(graph.ask(query, { constructor: '7' })).resolves.toEqual({
      data: {
        valueOf: {
          __typename: 'constructor',
          toString: { any: 'thing' },
          kind: 'toString',
          constructor: 'built 7',
          hasOwnProperty: ['nobody'],
        },
      },
      errors: [],
    })
  })

  it('are missing where they were not answered', async () => {
    graph.tampers.set('two', tamper.failing('TIMEOUT'))
    const { data, errors } = await graph.ask('{ all { id constructor isPrototypeOf } }')
    expect(data).toEqual({ all: [{ id: '1', constructor: null, isPrototypeOf: null }] })
    expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions?.['code']])).toEqual([
      ['all.0.constructor', 'AGENCY_UNAVAILABLE'],
      ['all.0.isPrototypeOf', 'AGENCY_UNAVAILABLE'],
    ])
  })

  it('are no variables where none was given', async () => {
    graph.calls.length = 0
    const query = 'query($constructor: ID) { valueOf(toString: $constructor) { kind constructor } }'
    await expect(graph.ask(query)).resolves.toEqual({ data: { valueOf: null }, errors: [] })
    expect(graph.calls.map(({ agency, variables }) => [agency, variables])).toEqual([['one', {}]])
  })
})
