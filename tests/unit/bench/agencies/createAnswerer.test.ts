import { buildSubgraphSchema } from '@apollo/subgraph'
import { describe, expect, it } from '@jest/globals'
import { execute, parse } from 'graphql'
import type { GraphqlRequest } from '../../../../bench/agencies/GraphqlRequest.ts'
import { createAnswerer } from '../../../../bench/agencies/createAnswerer.ts'
import { mockField } from '../../../../bench/data/mockField.ts'
import { nikOf } from '../../../../bench/data/nikOf.ts'

const schema = buildSubgraphSchema({
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])
    scalar NIK
    type Query { applicant(nik: NIK!): Applicant placements(first: Int!, after: String): PlacementConnection }
    type Applicant @key(fields: "nik") {
      nik: NIK! name: String @external papers(year: Int): [Paper!] judgement: String @requires(fields: "name")
    }
    type Paper { number: String! }
    type Placement @key(fields: "id") { id: ID! applicant: Applicant }
    type PlacementConnection { edges: [Edge!]! }
    type Edge { node: Placement! }
  `),
})

const entities = (selection: string, others = ''): string =>
  `query($representations: [_Any!]! ${others}) { _entities(representations: $representations) { ${selection} } }`

const applicant = (number: number) => ({ __typename: 'Applicant', nik: nikOf(number) })

const requests: readonly (readonly [string, GraphqlRequest])[] = [
  [
    'a root field',
    { query: 'query($nik: NIK!) { applicant(nik: $nik) { nik papers { number } } }', variables: { nik: nikOf(5) } },
  ],
  [
    'a root field for another NIK',
    { query: 'query($nik: NIK!) { applicant(nik: $nik) { nik papers { number } } }', variables: { nik: nikOf(6) } },
  ],
  ['a root field with the NIK in the text', { query: `{ applicant(nik: "${nikOf(8)}") { nik } }` }],
  [
    'a page',
    {
      query:
        'query($first: Int!, $after: String) { placements(first: $first, after: $after) { edges { node { id } } } }',
      variables: { first: 3, after: nikOf(40) },
    },
  ],
  [
    'entities',
    {
      query: entities('... on Applicant { papers { number } }'),
      variables: { representations: [1, 2, 3].map(applicant) },
    },
  ],
  [
    'more of these entities',
    { query: entities('... on Applicant { papers { number } }'), variables: { representations: [9].map(applicant) } },
  ],
  [
    'entities of several types, with another variable and what they require',
    {
      query: entities(
        '__typename ... on Applicant { judgement papers(year: $year) { number } } ... on Placement { id }',
        '$year: Int',
      ),
      variables: {
        year: 2026,
        representations: [
          { ...applicant(1), name: `name ${nikOf(1)}` },
          { __typename: 'Placement', id: `id ${nikOf(7)}` },
        ],
      },
    },
  ],
  ['no entities', { query: entities('__typename'), variables: { representations: [] } }],
  [
    'entities under two names',
    {
      query: `query Two($a: [_Any!]!, $b: [_Any!]!) {
        first: _entities(representations: $a) { ... on Applicant { nik } }
        second: _entities(representations: $b) { ... on Applicant { papers { number } } }
      }`,
      operationName: 'Two',
      variables: { a: [applicant(1)], b: [applicant(2), applicant(3)] },
    },
  ],
  [
    'entities of a type that there is not',
    { query: entities('__typename'), variables: { representations: [{ __typename: 'Nobody' }] } },
  ],
  ['what this is', { query: '{ _service { sdl } }' }],
]

describe('a stub agency answers as if it executed every query', () => {
  const answer = createAnswerer(schema)

  it.each(requests)('%s', async (_what, request) => {
    const { query, operationName, variables: variableValues } = request
    const document = parse(query)
    const executed = await execute({ schema, document, operationName, variableValues, fieldResolver: mockField })
    // What graphql-js says of errors is its own; that there are some is what matters.
    const expected: unknown = JSON.parse(JSON.stringify({ data: executed.data, failed: executed.errors !== undefined }))
    for (const _time of ['once', 'and again']) {
      const { data, errors } = JSON.parse(await answer(request)) as { data?: unknown; errors?: unknown }
      expect({ data: data ?? null, failed: errors !== undefined }).toEqual(expected)
    }
  })

  it('says what is wrong with a query', async () => {
    expect(JSON.parse(await answer({ query: '{ nothing }' }))).toMatchObject({
      errors: [{ message: 'Cannot query field "nothing" on type "Query".' }],
    })
    expect(JSON.parse(await answer({ query: '{' }))).toMatchObject({ errors: [{ message: expect.any(String) }] })
  })

  it('does not think about what it was asked before', async () => {
    const request = { query: '{ applicant(nik: "5318070101000009") { papers { number } } }' }
    await answer(request)
    expect(typeof answer(request)).toBe('string')
  })
})
