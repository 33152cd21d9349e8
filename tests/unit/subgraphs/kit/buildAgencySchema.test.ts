import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { graphql } from 'graphql'
import { buildAgencySchema } from '../../../../subgraphs/kit/buildAgencySchema.ts'

const folder = mkdtempSync(join(tmpdir(), 'agency-'))
writeFileSync(
  join(folder, 'schema.graphql'),
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { agency(licenceNumber: ID!): String found(filter: Filter): String other: String }
  input Filter { names: [String!] inside: Filter }
  type Office @key(fields: "code") { code: ID! }
  type Applicant @key(fields: "nik") { nik: NIK! bornOn: Date seenAt: DateTime country: CountryCode home: RegionCode }`,
)
afterAll(() => rmSync(folder, { recursive: true }))

const schema = buildAgencySchema({
  name: 'health',
  folder,
  resolvers: {
    Query: {
      agency: (_root: unknown, { licenceNumber }: { licenceNumber: string }) => licenceNumber,
      found: () => 'found',
      other: () => 'answered',
    },
    Office: { __resolveReference: (reference: object) => reference },
    Applicant: {
      __resolveReference: ({ nik }: { nik: string }) => ({ nik, bornOn: '1999-05-12', home: '53.18' }),
      country: () => 'nowhere',
    },
  },
})

/** What starting an agency with this SDL says. */
function refusalOf(sdl: string): unknown {
  const other = mkdtempSync(join(tmpdir(), 'agency-'))
  try {
    writeFileSync(
      join(other, 'schema.graphql'),
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n${sdl}`,
    )
    return buildAgencySchema({ name: 'health', folder: other, resolvers: {} })
  } catch (error) {
    return error
  } finally {
    rmSync(other, { recursive: true })
  }
}

const nik = '5318075205999001'

async function ask(niks: readonly string[], fields: string) {
  return graphql({
    schema,
    source: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Applicant { ${fields} } } }`,
    variableValues: { representations: niks.map((key) => ({ __typename: 'Applicant', nik: key })) },
  })
}

describe('the schema of an agency', () => {
  test('is a subgraph that answers entities with the shared scalars', async () => {
    expect(await ask([nik], 'nik bornOn seenAt home')).toEqual({
      data: { _entities: [{ nik, bornOn: '1999-05-12', seenAt: null, home: '53.18' }] },
    })
    const { data } = await graphql({ schema, source: '{ _service { sdl } }' })
    expect(JSON.stringify(data)).toContain('scalar NIK')
  })

  test('refuses a malformed key and answers the others', async () => {
    const { data, errors } = await ask(['5318', nik], 'nik')
    expect(data).toEqual({ _entities: [null, { nik }] })
    expect(errors).toMatchObject([{ path: ['_entities', 0], extensions: { code: 'NIK_MALFORMED' } }])
  })

  test.each([{ __typename: 'Nothing' }, { __typename: 'Query' }, { __typename: 'NIK' }, { nik }, 'Applicant', [nik]])(
    'refuses %j, which stands for no entity, and answers the others',
    async (stranger) => {
      const representations = [{ __typename: 'Applicant', nik: '5318' }, stranger, { __typename: 'Applicant', nik }]
      const { data, errors } = await graphql({
        schema,
        source: 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Applicant { nik } } }',
        variableValues: { all: representations },
      })
      expect(data).toEqual({ _entities: [null, null, { nik }] })
      expect(errors).toMatchObject([
        { path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT' } },
        { path: ['_entities', 0], extensions: { code: 'NIK_MALFORMED' } },
      ])
    },
  )

  test('refuses to answer what is not of the scalar', async () => {
    const { errors } = await ask([nik], 'country')
    expect(errors).toMatchObject([
      { path: ['_entities', 0, 'country'], message: expect.stringContaining('no CountryCode') },
    ])
  })

  test.each([
    [
      'a directive that there is none of',
      'type Query {\n  a: String @nowhere\n}',
      'schema.graphql, line 3: Unknown directive "@nowhere".',
    ],
    ['a type that there is none of', 'type Query {\n a: Nowhere }', 'schema.graphql, line 3: Unknown type Nowhere.'],
    [
      'an end that is missing',
      'type Query {\n  a: String\n',
      'schema.graphql, line 4: Syntax Error: Expected Name, found <EOF>.',
    ],
    ['a type that all share', 'scalar NIK type Query { a: String }', 'There can be only one type named "NIK".'],
    [
      'a key without its field',
      'type A @key(fields: "b") { a: String } type Query { a: A }',
      'schema.graphql, line 2: On type "A", for @key(fields: "b"): Cannot query field "b" on type "A" (the field should either be added to this subgraph or, if it should not be resolved by this subgraph, you need to add it to this subgraph with @external).',
    ],
    [
      'more mistakes than anybody reads',
      'type Query {\na: Int @a\nb: Int @b\nc: Int @c\nd: Int @d e: Int @e }',
      'schema.graphql, line 3: Unknown directive "@a". schema.graphql, line 4: Unknown directive "@b". schema.graphql, line 5: Unknown directive "@c". And 2 more.',
    ],
  ])('says whose SDL is wrong, where and why: %s', (_what, sdl, mistakes) => {
    expect(refusalOf(sdl)).toMatchObject({
      name: 'EnvironmentError',
      message: `health cannot start: its SDL is no subgraph's. ${mistakes}`,
    })
  })

  test('leaves an error that is not of the SDL as it is', () => {
    const resolvers = {
      get Query() {
        throw new TypeError('a mistake of ours')
      },
    }
    expect(() => buildAgencySchema({ name: 'health', folder, resolvers })).toThrow(TypeError)
  })

  test.each(['a\0b', '\0', 'a\ud800', '\udc00b'])(
    'refuses %j at its field before a source sees it, and answers the others',
    async (text) => {
      const { data, errors } = await graphql({
        schema,
        source: `query ($text: ID!, $deep: Filter) { agency(licenceNumber: $text) found(filter: $deep) other
        _entities(representations: []) { __typename } }`,
        variableValues: { text, deep: { inside: { names: ['fine', text] } } },
      })
      expect(data).toEqual({ agency: null, found: null, other: 'answered', _entities: [] })
      expect(errors).toMatchObject([
        { path: ['agency'], extensions: { code: 'BAD_USER_INPUT', argument: 'licenceNumber' } },
        { path: ['found'], extensions: { code: 'BAD_USER_INPUT', argument: 'filter' } },
      ])
    },
  )

  test.each(['a\0b', 'a\ud800'])('refuses the key %j alone of many', async (code) => {
    const { data, errors } = await graphql({
      schema,
      source: 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Office { code } } }',
      variableValues: { of: ['1', code].map((key) => ({ __typename: 'Office', code: key })) },
    })
    expect(data).toEqual({ _entities: [{ code: '1' }, null] })
    expect(errors).toMatchObject([{ path: ['_entities', 1], extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test('takes any text that can be stored', async () => {
    const text = 'Ñandú 🛂 \u0001'
    const { data, errors } = await graphql({
      schema,
      source: 'query ($text: ID!) { agency(licenceNumber: $text) found }',
      variableValues: { text },
    })
    expect(errors).toBeUndefined()
    expect(data).toEqual({ agency: text, found: 'found' })
  })
})
