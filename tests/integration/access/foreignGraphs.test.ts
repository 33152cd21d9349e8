import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { buildASTSchema, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import type { Principal } from '../../../gateway/access/Principal.ts'
import type { Access } from '../../../gateway/access/createAccess.ts'
import { createAccess } from '../../../gateway/access/createAccess.ts'
import { createDeadline } from '../../../platform/createDeadline.ts'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { contextWith } from '../../support/contextWith.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

const anybody = '@access(scope: "reference") @classified(as: "PUBLIC")'
const masked = (mask: string) =>
  `@access(scope: "health") @access(scope: "reference", mask: "${mask}") @classified(as: "GENERAL")`

/** A graph that our composition would refuse, for each way to records that no rule of it guards. */
const sdl = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://satu-atap.example/lookup/v1.0", import: ["@lookup", "@is"])
    @link(url: "https://satu-atap.example/access/v1.0", import: ["@access", "@classified", "@record", "@restricted"])
    @composeDirective(name: "@lookup") @composeDirective(name: "@is") @composeDirective(name: "@access")
    @composeDirective(name: "@classified") @composeDirective(name: "@record") @composeDirective(name: "@restricted")
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  directive @classified(as: String!) on FIELD_DEFINITION
  directive @record(area: String, office: String) repeatable on OBJECT
  directive @restricted(to: String!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
  directive @lookup on FIELD_DEFINITION
  directive @is(field: String!) on ARGUMENT_DEFINITION
  scalar Date

  interface Root { person(id: ID!): Person ${anybody} }
  type Query implements Root {
    person(id: ID! @is(field: "id")): Person @lookup ${anybody}
    withOption(id: ID! @is(field: "id"), deep: Boolean): Person @lookup ${anybody}
    byTwo(id: ID! @is(field: "id"), home: String @is(field: "home")): Person @lookup ${anybody}
    people(home: String @restricted(to: "REGION")): [Person] ${anybody}
    search: [Found] ${anybody}
  }
  type Mutation { person(id: ID!): Person ${anybody} }
  union Found = Clinic
  type Clinic { patients: [Person] ${anybody} }
  type Person @key(fields: "id") @record(area: "home") {
    id: ID! ${anybody}
    home: String ${anybody}
    name: String ${masked('INITIALS')}
    born: Date! ${masked('YEAR_ONLY')}
  }
`

const people = new Map([
  ['one', { id: 'one', home: '53', name: 'Ann Bo', born: '1999-02-03' }],
  ['two', { id: 'two', home: '32', name: 'Cy Do', born: 19_990_203 }],
])
const find = (_source: unknown, { id }: { readonly id: string }) => people.get(id) ?? null
const all = () => [...people.values()]
const resolvers = {
  Query: {
    person: find,
    withOption: find,
    byTwo: find,
    people: all,
    search: () => [{ __typename: 'Clinic', patients: all() }],
  },
  Mutation: { person: find },
}

const worker: Principal = {
  kind: 'WORKER',
  client: 'application',
  subject: 'somebody',
  office: undefined,
  area: [],
  nik: 'one',
  scopes: ['reference'],
}
const officer: Principal = { ...worker, kind: 'LTSA_OFFICER', nik: undefined, office: 'LTSA-53', area: ['53'] }
const bp2mi: Principal = { ...worker, kind: 'BP2MI', nik: undefined }

describe('of a graph that others composed', () => {
  let graph: MemoryEngine
  let access: Access

  beforeAll(async () => {
    graph = await openMemoryEngine({ one: { sdl, resolvers } })
    const text = composeSupergraph([{ name: 'one', sdl, url: 'http://one.test/graphql' }])
    const schema = buildASTSchema(parse(text), { assumeValidSDL: true })
    access = createAccess({ supergraph: { sdl: text, schema, agencies: [] }, engine: graph.engine })
  })

  afterAll(() => graph.engine.stop())

  async function ask(principal: Principal, query: string, variables: Record<string, unknown> = {}) {
    const document = parse(query)
    const definition = getOperationAST(document)
    if (!definition || validate(graph.engine.schema, document).length > 0) throw new Error(`not valid: ${query}`)
    const { coerced = {} } = getVariableValues(graph.engine.schema, definition.variableDefinitions ?? [], variables)
    const context = contextWith(createDeadline({ milliseconds: 20_000 }))
    const rights = { scopes: new Set(principal.scopes), purpose: 'self-access', key: 'one' }
    const caller = { principal, purpose: 'self-access', rights, asker: context.asker } as const
    graph.calls.length = 0
    const { operation } = await access.permit({
      operation: { document, definition },
      variables: coerced,
      caller,
      context,
    })
    const { data, errors } = await graph.engine.execute(operation, variables, context)
    const shown: unknown = JSON.parse(JSON.stringify(data))
    return { data: shown, codes: errors.map(({ extensions }) => extensions?.['code']) }
  }

  it.each(['{ ... on Root { person(id: "two") { id } } }', '{ ...R } fragment R on Root { person(id: "two") { id } }'])(
    'a record is not found through an interface of the root either: %s',
    async (query) => {
      expect(await ask(worker, query)).toEqual({ data: { person: null }, codes: [] })
      expect(graph.calls).toEqual([])
    },
  )

  it.each([
    ['a lookup that takes more than the key', 'query', 'withOption', 'withOption(id: "one") { id }'],
    ['a lookup by two keys', 'query', 'byTwo', 'byTwo(id: "one", home: "32") { id }'],
    ['a list with a filter to what nobody has', 'query', 'people', 'people(home: "53") { id }'],
    ['a union', 'query', 'search', 'search { ... on Clinic { patients { id } } }'],
    ['a mutation', 'mutation', 'person', 'person(id: "one") { id }'],
  ])('records are for those who see everybody where they are reached by %s', async (_way, kind, field, selection) => {
    for (const principal of [worker, officer]) {
      expect(await ask(principal, `${kind} { ${selection} }`)).toEqual({
        data: { [field]: null },
        codes: ['OUTSIDE_AREA'],
      })
      expect(graph.calls).toEqual([])
    }
    expect((await ask(bp2mi, `${kind} { ${selection} }`)).codes).toEqual([])
  })

  it('a key that is null against its default is the fault of who asks', async () => {
    const query = 'query($id: ID = "one") { person(id: $id) { id } }'
    expect(await ask(worker, query, { id: null })).toEqual({ data: { person: null }, codes: ['BAD_USER_INPUT'] })
    expect(await ask(worker, query)).toEqual({ data: { person: { id: 'one' } }, codes: [] })
  })

  it('nobody is looked for where a condition leaves the field out', async () => {
    const query = 'query($x: Boolean!) { __typename person(id: "two") @include(if: $x) { id } }'
    expect(await ask(officer, query, { x: false })).toEqual({ data: { __typename: 'Query' }, codes: [] })
    expect(graph.calls).toEqual([])
    expect(await ask(officer, query, { x: true })).toEqual({ data: { __typename: 'Query', person: null }, codes: [] })
    expect(graph.calls).toHaveLength(1)
  })

  it('what cannot be masked is null, and takes with it what must not hold null', async () => {
    const query = '{ one: person(id: "one") { name born } two: person(id: "two") { name born } }'
    expect(await ask(bp2mi, query)).toEqual({
      data: { one: { name: 'A. B.', born: '1999-01-01' }, two: null },
      codes: ['AGENCY_ERROR'],
    })
  })

  it('the schema is told in fragments too', async () => {
    const query = '{ __schema { queryType { ...T } } } fragment T on __Type { name fields { name } }'
    const fields = ['person', 'withOption', 'byTwo', 'people', 'search'].map((name) => ({ name }))
    expect(await ask(worker, query)).toEqual({
      data: { __schema: { queryType: { name: 'Query', fields } } },
      codes: [],
    })
  })
})
