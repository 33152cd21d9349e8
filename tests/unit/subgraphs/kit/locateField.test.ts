import { describe, expect, test } from '@jest/globals'
import { GraphQLError, Kind, buildSchema, execute, parse } from 'graphql'
import { locateField } from '../../../../subgraphs/kit/locateField.ts'

const schema = buildSchema(`
  interface Paper { number: String! office: Office }
  type Passport implements Paper { number: String! office: Office pages: [[String!]] }
  type Visa implements Paper { number: String! office: Office country: String! }
  type Office { code: String! }
  union Entity = Passport | Visa
  type Query { entities: [Entity] papers: [Paper] passport: Passport }`)

const visa = { __typename: 'Visa', office: {} }
const passport = { __typename: 'Passport', office: {}, pages: [['a'], ['b', null]] }
const rootValue = { entities: [visa, passport], papers: [visa, passport], passport }

/** Where the errors of this document stand. */
function placesIn(text: string, operationName?: string): readonly unknown[] {
  const document = parse(text, { noLocation: true })
  const result = execute({ schema, document, rootValue, operationName })
  if (!('errors' in result)) throw new Error('It has no errors.')
  return (result.errors ?? []).map((error) => locateField({ schema, document }, error))
}

describe('the place of an error', () => {
  test('is the field by the type that it is selected on, with the indices of lists', () => {
    expect(placesIn('{ entities { ... on Visa { country } ... on Passport { number } } passport { pages } }')).toEqual([
      { field: 'Visa.country', path: ['entities', 0, 'country'] },
      { field: 'Passport.number', path: ['entities', 1, 'number'] },
      { field: 'Passport.pages', path: ['passport', 'pages', 1, 1] },
    ])
  })

  test('shows no alias, which may hold what a client wrote, and tells apart what has one key', () => {
    const text = `{ x5318: entities { ... on Visa { x5319: office { x5320: code } } ... on Passport { x5319: number } } }`
    expect(placesIn(text)).toEqual([
      { field: 'Office.code', path: ['entities', 0, 'office', 'code'] },
      { field: 'Passport.number', path: ['entities', 1, 'number'] },
    ])
  })

  test('is found in fragments, and in the operation that was run', () => {
    const text = `query other { passport { office { code } } }
      query one { papers { ...all ... { office { ...where } } } }
      fragment all on Paper { number ...all2 }
      fragment all2 on Passport { office { ...where } }
      fragment where on Office { code }`
    expect(placesIn(text, 'one')).toEqual([
      { field: 'Paper.number', path: ['papers', 0, 'number'] },
      { field: 'Paper.number', path: ['papers', 1, 'number'] },
    ])
    expect(placesIn(text, 'other')).toContainEqual({ field: 'Office.code', path: ['passport', 'office', 'code'] })
  })

  test('is found in fragments that are spread in each other thousands of times', () => {
    const depth = 40
    const nested = Array.from({ length: depth }, (_, at) => `fragment f${at} on Office { ...f${at + 1} ...f${at + 1} }`)
    const document = parse(
      `{ passport { office { ...f0 } } } ${nested.join(' ')} fragment f${depth} on Office { code }`,
    )
    const node = [document.definitions.at(-1)].flatMap((last) =>
      last?.kind === Kind.FRAGMENT_DEFINITION ? last.selectionSet.selections : [],
    )
    const error = new GraphQLError('it', { nodes: node, path: ['passport', 'office', 'code'] })
    expect(locateField({ schema, document }, error)).toMatchObject({ field: 'Office.code' })
  })

  test.each([
    ['has no path', {}],
    ['has a path of nobody', { path: ['nobody', 'office'] }],
    ['has no field', { path: ['passport', 'number'] }],
    ['stands behind what is no field of the type', { path: ['passport', 'nothing', 'code'] }],
    ['stands behind a leaf', { path: ['passport', 'number', 'code'] }],
    ['stands behind a fragment that is not there', { path: ['passport', 'code'] }],
    ['stands at an index alone', { path: [0] }],
  ])('is not known where an error %s', (_what, options) => {
    const document = parse('{ passport { number nothing { code } ...nowhere } }')
    expect(locateField({ schema, document }, new GraphQLError('it', options))).toBeUndefined()
  })

  test('is not known for an operation that the schema does not have', () => {
    const document = parse('mutation { passport }')
    expect(locateField({ schema, document }, new GraphQLError('it', { path: ['passport'] }))).toBeUndefined()
  })
})
