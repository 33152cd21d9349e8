import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { findUnreadableRecords } from '../../../../schema/access/findUnreadableRecords.ts'
import { findOpenRecords } from '../../../../schema/composition/findOpenRecords.ts'
import { findUnnamedRecords } from '../../../../schema/composition/findUnnamedRecords.ts'
import { recordDirectives } from '../../../support/recordDirectives.ts'

describe('the ways to records of people', () => {
  const person =
    'type Person @record(area: "home") { id: ID number: ID home: String parent: Person } type Paper { number: ID @classified(as: "GENERAL") pages: Int @classified(as: "PUBLIC") }'
  const waysIn = (sdl: string) => findOpenRecords(buildSchema(`${recordDirectives} ${sdl}`))

  it.each([
    `type Query { person(id: ID! @is(field: "id")): Person @lookup } ${person}`,
    `type Query { people(home: String @restricted(to: "AREA")): [Person] } ${person}`,
    `type Query { people(filter: Filter): Page } input Filter { home: String @restricted(to: "AREA") } type Page { all: [Person!]! } ${person}`,
    `type Query { clinics: [Clinic] } type Clinic { name: String @classified(as: "PUBLIC") next: Clinic } ${person}`,
    `type Query { people(home: String @restricted(to: "AREA")): [Edge] } type Edge { cursor: ID @classified(as: "PUBLIC") node: Person } ${person}`,
    `type Query { person(number: ID! @is(field: "number")): Person @lookup } ${person}`,
  ])('are guarded in %s', (sdl) => {
    expect(waysIn(sdl)).toEqual([])
  })

  it.each([
    [`type Query { person(id: ID!): Person } ${person}`, 'Query.person leads to Person'],
    [
      `type Query { people(filter: Filter): Page } input Filter { home: String } type Page { all: [Person!]! } ${person}`,
      'Query.people leads to Person',
    ],
    [
      `type Query { clinic(id: ID!): Clinic @lookup } type Clinic { patients: [Person] } ${person}`,
      'Query.clinic leads to Person',
    ],
    [
      `type Query { clinics: [Clinic] } type Clinic { owner: Owner } union Owner = Person ${person}`,
      'Person is a record of people, and must not hide behind Owner.',
    ],
    [
      `type Query { person(id: ID! @is(field: "id"), deep: Boolean): Person @lookup } ${person}`,
      'Query.person leads to Person',
    ],
    [`type Query { person(id: ID! @is(field: "id")): Person! @lookup } ${person}`, 'Query.person leads to Person'],
    [`type Query { person(id: ID!): Person @lookup } ${person}`, 'Query.person leads to Person'],
    [
      `type Query { people(home: String @restricted(to: "REGION")): [Person] } ${person}`,
      'Query.people leads to Person',
    ],
    [
      `type Query { search: [Found] } union Found = Clinic type Clinic { patients: [Person] } ${person}`,
      'Query.search leads to Person',
    ],
    [
      `type Query { places: [Place] } interface Place { name: String } type Clinic implements Place { name: String patients: [Person] } ${person}`,
      'Query.places leads to Person',
    ],
    [
      `type Query { a: Int } type Mutation { person(id: ID! @is(field: "id")): Person @lookup } ${person}`,
      'Mutation.person leads to Person, which only a query may.',
    ],
    [
      `type Query { a(id: ID! @is(field: "id")): Person @lookup b(number: ID! @is(field: "number")): Person @lookup } ${person}`,
      'Query.b leads to Person, and needs a filter with @restricted or to be its @lookup by id.',
    ],
    [
      `type Query { a(id: ID! @is(field: "id")): Own @lookup } type Own @record(of: "number") { id: ID number: ID }`,
      'Query.a leads to Own, and needs a filter with @restricted or to be its @lookup by number.',
    ],
    [
      `type Query { papers: [Paper] } ${person}`,
      'Query.papers leads to Paper.number, which is about somebody: mark Paper',
    ],
    [
      `type Query { papers(home: String @restricted(to: "AREA")): [Paper] } ${person}`,
      'Query.papers leads to Paper.number, which is about somebody',
    ],
    [
      `type Query { a: Int @classified(as: "PUBLIC") } type Mutation { revoke: Paper } ${person}`,
      'Mutation.revoke leads to Paper.number, which is about somebody',
    ],
    [
      `type Query { people(home: String @restricted(to: "AREA")): [Row] } type Row { name: ID @classified(as: "GENERAL") node: Person } ${person}`,
      'Query.people leads to Row.name, which is about somebody',
    ],
    [`type Query { name: String @classified(as: "GENERAL") } ${person}`, 'Query.name leads to Query.name'],
  ])('are open in %s', (sdl, problem) => {
    expect(waysIn(sdl)).toContainEqual(expect.stringContaining(problem))
  })
})

describe('what a record says of itself', () => {
  const problemsOf = (record: string): readonly string[] =>
    findUnreadableRecords(
      buildSchema(`${recordDirectives}
        type Query { a: Paper }
        interface Place { code: ID }
        type Paper ${record} { number: ID holder: Person places: [Place] }
        type Person { nik: ID papers: [Paper] }`),
    )

  it.each([
    '@record(of: "number")',
    '@record(of: "holder { nik }", area: "places { code }") @record(office: "holder { nik } number")',
    '',
  ])('can be read: %s', (record) => {
    expect(problemsOf(record)).toEqual([])
  })

  it.each([
    '@record(of: "nick")',
    '@record(of: "holder")',
    '@record(of: "number holder { nik }")',
    '@record(of: "places { code }")',
    '@record(of: "holder { papers { number } }")',
    '@record(of: "number {")',
    '@record(of: "")',
    '@record(of: "... on Paper { number }")',
    '@record(of: "number } { number")',
    '@record(of: "x: number")',
    '@record(of: "number @include(if: false)")',
  ])('cannot be read, and is told: %s', (record) => {
    expect(problemsOf(record)).toEqual(['The of of @record of Paper is no single value of its fields.'])
  })

  it.each(['area', 'office'])('cannot be read where its %s is no selection of its fields', (name) => {
    const problem = `The ${name} of @record of Paper is no selection of its fields.`
    for (const fields of ['plces { code }', 'places { cod }', 'places', 'places { code', 'number { code }'])
      expect(problemsOf(`@record(of: "number", ${name}: "${fields}")`)).toEqual([problem])
  })
})

describe('whose record it is', () => {
  const problemsOf = (record: string, query = ''): readonly string[] =>
    findUnnamedRecords(
      buildSchema(`${recordDirectives} scalar NIK
        type Query { a: Paper ${query} }
        type Paper ${record} { number: ID nik: NIK holder: Person }
        type Person { nik: NIK! }`),
    )

  it.each([
    '@record(of: "nik")',
    '@record(of: "holder { nik }") @record(area: "number")',
    '@record(of: "nik", area: "number") @record(of: "nik")',
    '',
  ])('is told by a NIK: %s', (record) => {
    expect(problemsOf(record)).toEqual([])
  })

  it('is told by the NIK that it is looked up by', () => {
    expect(problemsOf('@record(area: "number")', 'b(nik: NIK @is(field: "nik")): Paper @lookup')).toEqual([])
  })

  it.each([
    ['@record(area: "number")', '', 'Paper is a record, and nothing says whose: name the field with @record(of:).'],
    ['@record(of: "number")', '', 'Paper says by its number whose record it is, which is no NIK.'],
    [
      '@record(area: "number")',
      'b(number: ID @is(field: "number")): Paper @lookup',
      'Paper says by its number whose record it is, which is no NIK.',
    ],
    [
      '@record(of: "nik") @record(of: "holder { nik }")',
      '',
      'Paper says in two ways whose record it is: nik, or holder { nik }.',
    ],
  ])('is not told, or in no way that finds people: %s %s', (record, query, problem) => {
    expect(problemsOf(record, query)).toEqual([problem])
  })
})
