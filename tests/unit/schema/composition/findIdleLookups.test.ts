import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { findIdleLookups } from '../../../../schema/composition/findIdleLookups.ts'

const types = `
  type Person @key(fields: "nik") @key(fields: "country, number") @key(fields: "id", resolvable: false) { nik: ID country: ID number: ID id: ID }
  type Paper { number: ID }
  interface Thing @key(fields: "id") { id: ID }
`
const idleIn = (query: string): readonly string[] => findIdleLookups('own', parse(`${types} ${query}`))

describe('findIdleLookups', () => {
  it.each([
    'type Query { person(nik: ID! @is(field: "nik")): Person @lookup }',
    'extend type Query { person(number: ID! @is(field: "number"), of: ID! @is(field: "country")): Person @lookup }',
    'type Query { person(nik: ID!): Person people: [Person] }',
  ])('lets be what finds an entity: %s', (query) => {
    expect(idleIn(query)).toEqual([])
  })

  it.each([
    ['import: [{ name: "@key", as: "@k" }]', '@k'],
    ['import: ["@shareable"]', '@federation__key'],
    ['as: "fed"', '@fed__key'],
  ])('knows what a subgraph calls it: @link(%s)', (link, key) => {
    const sdl = (field: string) => `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ${link}) schema { query: Root }
      type Root { person(nik: ID! @is(field: "${field}")): Person @lookup } type Person ${key}(fields: "nik") { nik: ID }`
    expect(findIdleLookups('own', parse(sdl('nik')))).toEqual([])
    expect(findIdleLookups('own', parse(sdl('x')))).toHaveLength(1)
  })

  const keys =
    'has to take the fields of a key, each as an argument with @is, and nothing else: nik, or country, number.'
  const entity = 'has to answer one entity of this subgraph, which may be null.'
  it.each([
    ['person(number: ID! @is(field: "number")): Person @lookup', keys],
    ['person(id: ID! @is(field: "id")): Person @lookup', keys],
    ['person(x: ID! @is(field: "x")): Person @lookup', keys],
    ['person(nik: ID!): Person @lookup', keys],
    ['person(nik: ID! @is(field: "nik"), deep: Boolean): Person @lookup', keys],
    ['person: Person @lookup', keys],
    ['person(nik: ID! @is(field: "nik")): Person! @lookup', entity],
    ['person(nik: ID! @is(field: "nik")): [Person] @lookup', entity],
    ['person(number: ID! @is(field: "number")): Paper @lookup', entity],
    ['person(id: ID! @is(field: "id")): Thing @lookup', entity],
    ['person(nik: ID! @is(field: "nik")): Person', 'has an @is, and is no @lookup.'],
  ])('finds what finds none: %s', (field, problem) => {
    expect(idleIn(`type Query { ${field} }`)).toEqual([expect.stringContaining(problem)])
  })

  it('finds one that is no field of Query, and says whose it is', () => {
    expect(idleIn('type Mutation { person(nik: ID! @is(field: "nik")): Person @lookup }')).toEqual([
      'own: Mutation.person is a @lookup, which a field of Query alone can be.',
    ])
  })
})
