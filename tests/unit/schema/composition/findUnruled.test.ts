import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { findOpenRecords } from '../../../../schema/composition/findOpenRecords.ts'
import { findUnruled } from '../../../../schema/composition/findUnruled.ts'

const directives = `
  directive @access(scope: String!, purposes: [String!], mask: String) repeatable on FIELD_DEFINITION
  directive @classified(as: String!) on FIELD_DEFINITION
  directive @record(area: String) on OBJECT
  directive @restricted(to: String!) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
  directive @lookup on FIELD_DEFINITION
  directive @is(field: String!) on ARGUMENT_DEFINITION
  scalar Date
`
const anybody = '@access(scope: "reference") @classified(as: "PUBLIC")'

const problemsOf = (field: string) => findUnruled(buildSchema(`${directives} type Query { ${field} }`))

describe('the rules of a field', () => {
  it.each([
    'a: Int @access(scope: "reference") @classified(as: "PUBLIC")',
    'a: String @access(scope: "identity", purposes: ["supervision"]) @access(scope: "validity", mask: "INITIALS") @classified(as: "GENERAL")',
    'a: Date! @access(scope: "identity") @access(scope: "reference", mask: "YEAR_ONLY") @classified(as: "SPECIFIC")',
  ])('may be %s', (field) => {
    expect(problemsOf(field)).toEqual([])
  })

  it.each([
    ['a: Int @classified(as: "PUBLIC")', 'Query.a has no @access: '],
    ['a: Int @access(scope: "reference")', 'Query.a needs @classified(as:) with one of PUBLIC, GENERAL, SPECIFIC.'],
    ['a: Int @access(scope: "reference") @classified(as: "SECRET")', 'Query.a needs @classified(as:) with one of'],
    [
      'a: Int @access(scope: "refrence") @classified(as: "PUBLIC")',
      'Query.a has a scope that there is none of: refrence.',
    ],
    [
      'a: Int @access(scope: "toString") @classified(as: "PUBLIC")',
      'Query.a has a scope that there is none of: toString.',
    ],
    [
      'a: Int @access(scope: "reference", purposes: ["curiosity"]) @classified(as: "PUBLIC")',
      'Query.a has a purpose that there is none of: curiosity.',
    ],
    [
      'a: String @access(scope: "reference", mask: "LAST5") @classified(as: "PUBLIC")',
      'Query.a has an @access that cannot',
    ],
    [
      'a: Int @access(scope: "reference", mask: "LAST4") @classified(as: "PUBLIC")',
      'Query.a cannot be masked by LAST4',
    ],
    ['a: [String] @access(scope: "reference", mask: "LAST4") @classified(as: "PUBLIC")', 'Query.a cannot be masked by'],
    ['a: String @access(scope: "reference", mask: "YEAR_ONLY") @classified(as: "PUBLIC")', 'is for Date and DateTime.'],
  ])('may not be %s', (field, problem) => {
    expect(problemsOf(field)).toEqual([expect.stringContaining(problem)])
  })

  it.each(['type', 'interface'])('may not take away what holds it, in a %s', (keyword) => {
    const sdl = (type: string) =>
      buildSchema(`${directives} type Query { a: A ${anybody} }
        ${keyword} A { b: ${type} @access(scope: "health", purposes: ["service-delivery"]) @classified(as: "SPECIFIC") }`)
    expect(findUnruled(sdl('Int'))).toEqual([])
    expect(findUnruled(sdl('Int!'))).toContain(
      'A.b must be nullable or masked: FRONTEND may see Query.a for service-delivery, and not this.',
    )
    expect(findUnruled(sdl('Int!')).join('\n')).not.toContain('LTSA_OFFICER may see Query.a for service-delivery')
  })
})

describe('the rules of a root field', () => {
  it('may not take the whole answer away', () => {
    const rule = '@access(scope: "health", purposes: ["service-delivery"]) @classified(as: "SPECIFIC")'
    expect(problemsOf(`a: Int ${rule}`)).toEqual([])
    expect(problemsOf(`a: Int! ${rule}`)).toContain(
      'Query.a must be nullable or masked: FRONTEND may not see it for service-delivery, nor the answer then.',
    )
    expect(problemsOf(`a: Int! ${rule}`).join('\n')).not.toContain('LTSA_OFFICER may not see it for service-delivery')
  })
})

describe('the ways to records of people', () => {
  const person = 'type Person @record(area: "home") { id: ID home: String parent: Person }'
  const waysIn = (sdl: string) => findOpenRecords(buildSchema(`${directives} ${sdl}`))

  it.each([
    `type Query { person(id: ID! @is(field: "id")): Person @lookup } ${person}`,
    `type Query { people(home: String @restricted(to: "AREA")): [Person] } ${person}`,
    `type Query { people(filter: Filter): Page } input Filter { home: String @restricted(to: "AREA") } type Page { all: [Person!]! } ${person}`,
    `type Query { clinics: [Clinic] } type Clinic { name: String next: Clinic } ${person}`,
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
  ])('are open in %s', (sdl, problem) => {
    expect(waysIn(sdl)).toContainEqual(expect.stringContaining(problem))
  })
})
