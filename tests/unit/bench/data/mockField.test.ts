import { describe, expect, it } from '@jest/globals'
import { buildSchema, executeSync, parse } from 'graphql'
import { mockField } from '../../../../bench/data/mockField.ts'
import { nikOf } from '../../../../bench/data/nikOf.ts'

const schema = buildSchema(`
  scalar NIK scalar Date scalar DateTime scalar RegionCode scalar CountryCode
  type Query { applicant(nik: NIK!): Applicant applicants(first: Int! = 20, after: String): ApplicantConnection }
  type Applicant {
    nik: NIK! name: String sex: Sex age: Int weight: Float alive: Boolean born: Date seen: DateTime country: CountryCode
    home: Region papers: [Paper!]! words: [String]
  }
  enum Sex { FEMALE MALE }
  type Region { code: RegionCode! name: String }
  type Paper { id: ID! owner: Applicant }
  type ApplicantConnection { edges: [Edge!]! pageInfo: PageInfo! }
  type Edge { cursor: String! node: Applicant }
  type PageInfo { startCursor: String endCursor: String hasNextPage: Boolean! }
`)

function ask(query: string) {
  const { data, errors } = executeSync({ schema, document: parse(query), fieldResolver: mockField })
  expect(errors).toBeUndefined()
  return data
}

describe('the mock', () => {
  it('answers scalars and enums of every kind, and objects and lists of them', () => {
    const nik = nikOf(1)
    const data = ask(`{ applicant(nik: "${nik}") {
      nik name sex age weight alive born seen country home { code name } papers { id owner { nik } } words
    } }`)
    expect(data).toMatchObject({
      applicant: {
        nik,
        name: `name ${nik}`,
        sex: 'FEMALE',
        age: expect.any(Number),
        weight: expect.any(Number),
        alive: true,
        born: expect.stringMatching(/^2026-0[1-9]-1\d$/),
        seen: expect.stringMatching(/^2026-0[1-9]-1\dT04:00:00.000Z$/),
        country: 'MY',
        home: { code: '53.18.07', name: 'name' },
        papers: expect.arrayContaining([{ id: `id ${nik}`, owner: { nik } }]),
        words: expect.arrayContaining([`words ${nik}`]),
      },
    })
  })

  it('answers a page with the persons that follow its cursor', () => {
    const cursors = '{ edges { cursor node { nik } } pageInfo { startCursor endCursor hasNextPage } }'
    expect(ask(`{ applicants(first: 2, after: "${nikOf(50)}") ${cursors} }`)).toEqual({
      applicants: {
        edges: [51, 52].map((number) => ({ cursor: nikOf(number), node: { nik: nikOf(number) } })),
        pageInfo: { startCursor: nikOf(51), endCursor: nikOf(52), hasNextPage: true },
      },
    })
  })

  it('begins a list without a cursor at its beginning, with as many as the schema says', () => {
    const edges = Array.from({ length: 20 }, (_edge, index) => ({ node: { nik: nikOf(index + 1) } }))
    expect(ask('{ applicants { edges { node { nik } } } }')).toEqual({ applicants: { edges } })
  })
})
