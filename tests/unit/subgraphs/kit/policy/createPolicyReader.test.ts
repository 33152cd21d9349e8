import { describe, expect, test } from '@jest/globals'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { isObjectType, parse, validate } from 'graphql'
import { readSharedDefinitions } from '../../../../../schema/shared/readSharedDefinitions.ts'
import { agencies } from '../../../../../subgraphs/index.ts'
import { buildAgencySchema } from '../../../../../subgraphs/kit/buildAgencySchema.ts'
import { createPolicyReader } from '../../../../../subgraphs/kit/policy/createPolicyReader.ts'
import { selectEverything } from '../../../../support/selectEverything.ts'

const schema = buildSubgraphSchema(
  parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    ${readSharedDefinitions()}
    type Query {
      person(nik: NIK!): Person
      people: [Person!] @cacheControl(maxAge: 0)
      thing: Thing
      unknown: String
      office: Office
    }
    type Person @key(fields: "nik") @cacheControl(maxAge: 3600, staleIfError: 86400) {
      nik: NIK!
      name: String
      status: String @cacheControl(liveRequired: true)
      age: Int @cacheControl(daily: true)
      secret: String @cacheControl(maxAge: 0)
      brief: String @cacheControl(maxAge: 60, staleIfError: 600)
      office: Office
      longer: String @cacheControl(maxAge: 999999)
    }
    type Office @cacheControl(maxAge: 86400) { name: String }
    interface Thing { name: String }
    type Kept implements Thing @cacheControl(maxAge: 500) { name: String }
    type Brief implements Thing @cacheControl(maxAge: 50) { name: String }
  `),
)
const read = createPolicyReader(schema)

function policyOf(text: string, operationName?: string) {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return read(document, operationName)
}

const entity = (selection: string): string =>
  `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${selection} } } }`

const person = { maxAge: 3600, staleIfError: 86_400, liveRequired: false, daily: false }

describe('the policy of an operation', () => {
  test('is that of the type whose fields it selects, for an entity and for a root field', () => {
    expect(policyOf(entity('nik name'))).toEqual(person)
    expect(policyOf('query ($nik: NIK!) { person(nik: $nik) { __typename name } }')).toEqual(person)
  })

  test('is the least of all that is selected, at any depth and under any alias', () => {
    expect(policyOf(entity('name brief'))).toMatchObject({ maxAge: 60, staleIfError: 600 })
    expect(policyOf(entity('name age: brief'))).toMatchObject({ maxAge: 60, daily: false })
    expect(policyOf(`query ($nik: NIK!) { office { name } person(nik: $nik) { name } }`)).toMatchObject({
      maxAge: 3600,
    })
  })

  test('is never longer than what stands above allows', () => {
    expect(policyOf(entity('longer'))).toMatchObject({ maxAge: 3600 })
    expect(policyOf(entity('office { name }'))).toEqual(person)
  })

  test('allows no stale answer where one of several parts does not', () => {
    expect(policyOf('{ office { name } }')).toMatchObject({ maxAge: 86_400, staleIfError: 0 })
    expect(policyOf(`query ($nik: NIK!) { office { name } person(nik: $nik) { name } }`)).toMatchObject({
      staleIfError: 0,
    })
  })

  test('knows the fields that must be live, and those of a day', () => {
    expect(policyOf(entity('name status'))).toEqual({ ...person, liveRequired: true })
    expect(policyOf(entity('name age'))).toEqual({ ...person, daily: true })
  })

  test('never keeps a restricted field, or what is selected beside it', () => {
    expect(policyOf(entity('name secret'))).toMatchObject({ maxAge: 0 })
    expect(policyOf('{ people { name } }')).toMatchObject({ maxAge: 0 })
  })

  test('looks into fragments, however they are nested, and does not look at conditions', () => {
    const fragments = 'fragment A on Person { ...B } fragment B on Person { ... { ... on Person { status } } }'
    expect(policyOf(`${entity('...A')} ${fragments}`)).toMatchObject({ liveRequired: true })
    expect(policyOf(entity('name brief @include(if: false)'))).toMatchObject({ maxAge: 60 })
  })

  test('of an interface is the least of what it may turn out to be', () => {
    expect(policyOf('{ thing { name } }')).toBeNull()
    expect(policyOf('{ office { ... on Office { name } } }')).toMatchObject({ maxAge: 86_400 })
  })

  test.each([
    ['a field without a policy', '{ unknown }'],
    ['a field without a policy beside one with', '{ unknown office { name } }'],
    ['the schema itself', '{ __schema { types { name } } }'],
    ['a type of the schema', '{ office { name } __type(name: "Person") { name } }'],
    ['the SDL', '{ _service { sdl } }'],
    ['nothing but the name of the root', '{ __typename }'],
    ['nothing but the name of an entity', entity('__typename')],
  ])('is none for %s', (_what, text) => {
    expect(policyOf(text)).toBeNull()
  })

  test('is that of the operation which is named', () => {
    const two = 'query a { office { name } } query b { unknown }'
    expect(policyOf(two, 'a')).toMatchObject({ maxAge: 86_400 })
    expect(policyOf(two, 'b')).toBeNull()
    const document = parse(two)
    expect([read(document, 'a')?.maxAge, read(document, 'b'), read(document, 'a')?.maxAge]).toEqual([
      86_400,
      null,
      86_400,
    ])
    expect(read(document, undefined)).toBeNull()
  })
})

describe.each(agencies)('the policy of $name', (agency) => {
  const published = buildAgencySchema(agency)
  const readPublished = createPolicyReader(published)
  const entities = Object.values(published.getTypeMap()).filter(isObjectType)

  test('covers everything that it says of an applicant', () => {
    const applicant = entities.find(({ name }) => name === 'Applicant')
    if (applicant === undefined) throw new Error('Every agency knows applicants.')
    const selection = selectEverything(applicant, '2026-11-24')
    const text = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Applicant ${selection} } }`
    expect(readPublished(parse(text), undefined)).toMatchObject({ maxAge: expect.any(Number) })
  })

  test('gives every root field of its own one', () => {
    const roots = Object.values(published.getQueryType()?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'))
    for (const { name, type } of roots) {
      const returned = String(type).replaceAll(/[[\]!]/g, '')
      const some = published.getType(returned)
      const field = isObjectType(some) ? Object.keys(some.getFields())[0] : undefined
      expect([name, readPublished(parse(`{ ${name} { ${field} } }`), undefined)]).not.toEqual([name, null])
    }
  })
})
