import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { assertObjectType } from 'graphql'
import { AgencyFailure } from '../../../gateway/agency/AgencyFailure.ts'
import { openMemoryEngine } from '../../support/openMemoryEngine.ts'
import type { MemoryEngine } from '../../support/openMemoryEngine.ts'

type Source = Readonly<Record<string, unknown>>

const link = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@external", "@requires", "@shareable", "@context", "@fromContext"]
)`

const mataram = { street: 'Jalan Selaparang', city: { name: 'Mataram' } }
const homes: Readonly<Record<string, object>> = {
  1: { id: '1', language: 'id', address: mataram, isAgency: false },
  2: { id: '2', language: 'en', address: null, isAgency: false },
  3: { id: '3', language: 'id', address: mataram, isAgency: true },
}
const typed = (id: string) => ({
  ...homes[id],
  __typename: homes[id] && 'isAgency' in homes[id] && homes[id].isAgency ? 'Agency' : 'Person',
})

const post = {
  sdl: `${link}
    type Query { home(id: ID!): Home homes: [Home!]! people: [Person!]! nested: [[Person!]!]! }
    interface Home { id: ID! letters: [Letter!]! }
    type Person implements Home @key(fields: "id") @context(name: "home") @context(name: "person") {
      id: ID! language: String address: Address region: String @external letters: [Letter!]! first: Letter bag: Bag
      parcel: Parcel rate(of: String): String owner: Owner
    }
    type Agency implements Home @key(fields: "id") @context(name: "home") {
      id: ID! tongue: String region: String @external letters: [Letter!]!
    }
    type Bag { inside: Inside }
    type Inside { letter: Letter }
    type Owner @key(fields: "id") { id: ID! }
    type Address { street: String city: City }
    type City { name: String }
    type Parcel @key(fields: "number") {
      number: ID!
      weight: Int @external
      price: String @requires(fields: "weight")
      city(name: String @fromContext(field: "$person { address { city { name } } }")): String
      cost(rate: String @fromContext(field: "$person { rate(of: \\"IDR\\") }")): String
      owner(id: ID @fromContext(field: "$person { id }")): String
    }
    type Letter @key(fields: "number") {
      number: ID!
      plain: String
      greeting(
        polite: Boolean
        in: String @fromContext(field: "$home ... on Person { language } ... on Agency { tongue }")
      ): String
      stamp(region: String @fromContext(field: "$home ... on Person { region } ... on Agency { region }")): String
    }`,
  resolvers: {
    Query: {
      home: (_root: unknown, { id }: { readonly id: string }) => typed(id),
      homes: () => ['1', '2', '3'].map(typed),
      people: () => ['1', '2', '1'].map(typed),
      nested: () => [['1'].map(typed), ['2', '1'].map(typed)],
    },
    Person: {
      __resolveReference: ({ id }: Source) => typed(String(id)),
      letters: () => [{ number: '7' }, { number: '8' }],
      first: () => ({ number: '7' }),
      parcel: () => ({ number: '5' }),
      owner: () => ({ id: '9' }),
      rate: (_person: Source, { of }: Source) => `rate of ${String(of)}`,
      bag: () => ({ inside: { letter: { number: '9' } } }),
    },
    Agency: {
      __resolveReference: ({ id }: Source) => typed(String(id)),
      tongue: () => 'nl',
      letters: () => [{ number: '7' }],
    },
    Owner: { __resolveReference: (source: Source) => source },
    Parcel: {
      __resolveReference: (source: Source) => source,
      price: ({ weight }: Source) => `price of ${String(weight)}`,
      cost: (_parcel: Source, { rate }: Source) => `at ${String(rate)}`,
      city: (_parcel: Source, { name }: Source) => String(name),
      owner: (_parcel: Source, { id }: Source) => `owned by ${String(id)}`,
    },
    Letter: {
      __resolveReference: (source: Source) => source,
      plain: ({ number }: Source) => `letter ${String(number)}`,
      greeting: ({ number }: Source, given: Source) =>
        `${String(number)} in ${String(given['in'])}${given['polite'] === true ? ', please' : ''}`,
      stamp: ({ number }: Source, { region }: Source) => `${String(number)} of ${String(region)}`,
    },
  },
}
const regions = {
  sdl: `${link}
    type Person @key(fields: "id") { id: ID! region: String }
    type Agency @key(fields: "id") { id: ID! region: String }
    type Owner @key(fields: "id") { id: ID! letter: Letter }
    type Letter @key(fields: "number", resolvable: false) { number: ID! }
    type Parcel @key(fields: "number") {
      number: ID! weight: Int price: String @external total: String @requires(fields: "price")
    }`,
  resolvers: {
    Owner: { __resolveReference: (source: Source) => source, letter: () => ({ number: '7' }) },
    Parcel: {
      __resolveReference: (source: Source) => source,
      weight: () => 3,
      total: ({ price }: Source) => `total with ${String(price)}`,
    },
    Person: { __resolveReference: (source: Source) => source, region: ({ id }: Source) => `region ${String(id)}` },
    Agency: { __resolveReference: (source: Source) => source, region: () => null },
  },
}

describe('arguments that take their values from what an object stands in', () => {
  let engine: MemoryEngine

  beforeAll(async () => {
    engine = await openMemoryEngine({ post, regions })
  })
  beforeEach(() => {
    engine.calls.length = 0
    engine.tampers.clear()
  })
  afterAll(() => engine.engine.stop())

  it.each([
    [
      'one object',
      '{ home(id: "2") { ... on Person { first { greeting } } } }',
      { home: { first: { greeting: '7 in en' } } },
    ],
    [
      'the same object in several places, each with its own',
      '{ people { letters { number greeting } } }',
      {
        people: ['id', 'en', 'id'].map((language) => ({
          letters: ['7', '8'].map((number) => ({ number, greeting: `${number} in ${language}` })),
        })),
      },
    ],
    [
      'objects of several types, each with a way of its own',
      '{ homes { letters { greeting(polite: true) } } }',
      {
        homes: [
          { letters: [{ greeting: '7 in id, please' }, { greeting: '8 in id, please' }] },
          { letters: [{ greeting: '7 in en, please' }, { greeting: '8 in en, please' }] },
          { letters: [{ greeting: '7 in nl, please' }] },
        ],
      },
    ],
    [
      'several levels above, and lists of lists',
      '{ nested { bag { inside { letter { greeting } } } } }',
      {
        nested: [
          [{ bag: { inside: { letter: { greeting: '9 in id' } } } }],
          ['en', 'id'].map((language) => ({ bag: { inside: { letter: { greeting: `9 in ${language}` } } } })),
        ],
      },
    ],
    [
      'a value that another agency has to be asked for',
      '{ people { first { stamp greeting plain } } }',
      {
        people: [
          { first: { stamp: '7 of region 1', greeting: '7 in id', plain: 'letter 7' } },
          { first: { stamp: '7 of region 2', greeting: '7 in en', plain: 'letter 7' } },
          { first: { stamp: '7 of region 1', greeting: '7 in id', plain: 'letter 7' } },
        ],
      },
    ],
    [
      'a value inside of others, and one that is a key',
      '{ people { parcel { city owner } } }',
      {
        people: [
          { parcel: { city: 'Mataram', owner: 'owned by 1' } },
          { parcel: { city: 'null', owner: 'owned by 2' } },
          { parcel: { city: 'Mataram', owner: 'owned by 1' } },
        ],
      },
    ],
    [
      'a value that is asked for with arguments, which clients ask for with others',
      '{ home(id: "1") { ... on Person { rate other: rate(of: "USD") parcel { cost } } } }',
      { home: { rate: 'rate of undefined', other: 'rate of USD', parcel: { cost: 'at rate of IDR' } } },
    ],
    [
      'a value of an object of which a chain of requirements is asked as well',
      '{ home(id: "1") { ... on Person { parcel { total city } } } }',
      { home: { parcel: { total: 'total with price of 3', city: 'Mataram' } } },
    ],
    [
      'one object that stands in several contexts by way of an entity',
      '{ people { owner { letter { greeting } } } }',
      { people: ['id', 'en', 'id'].map((language) => ({ owner: { letter: { greeting: `7 in ${language}` } } })) },
    ],
    [
      'a value that is null',
      '{ home(id: "3") { letters { stamp } } }',
      { home: { letters: [{ stamp: '7 of null' }] } },
    ],
    [
      'something else of that name with the client',
      '{ home(id: "2") { ... on Person { language: id first { language: number greeting } } } }',
      { home: { language: '2', first: { language: '7', greeting: '7 in en' } } },
    ],
    [
      'the client’s own variables',
      'query ($contextualArgument_2_0: ID!) { home(id: $contextualArgument_2_0) { letters { greeting } } }',
      { home: { letters: [{ greeting: '7 in en' }, { greeting: '8 in en' }] } },
    ],
  ])('are told to the agency: %s', async (_what, query, expected) => {
    const { data, errors } = await engine.ask(query, { contextualArgument_2_0: '2' })
    expect([data, errors]).toEqual([expected, []])
  })

  it('make one call for all objects that have the same', async () => {
    await engine.ask('{ people { letters { greeting } } }')
    const asked = engine.calls.map(({ variables }) => variables)
    expect(asked).toHaveLength(3)
    const representations = ['7', '8'].map((number) => ({ __typename: 'Letter', number }))
    expect(asked.slice(1)).toEqual(
      ['id', 'en'].map((language) => ({ contextualArgument_2_0: language, representations })),
    )
  })

  it('are null where the agency that has them is silent, which is told', async () => {
    engine.tampers.set('regions', () => {
      throw new AgencyFailure('regions', 'TIMEOUT')
    })
    const { data, errors } = await engine.ask('{ home(id: "1") { letters { stamp greeting } } }')
    const [seven, eight] = ['7', '8'].map((number) => ({ stamp: `${number} of null`, greeting: `${number} in id` }))
    expect(data).toEqual({ home: { letters: [seven, eight] } })
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'regions' } }])
  })

  it('lead to one error where calls for several contexts have one without a place', async () => {
    engine.tampers.set('post', (answer, { query }) => {
      return query.includes('_entities') ? { ...answer, errors: [{}] } : answer
    })
    const { errors } = await engine.ask('{ people { first { greeting } } }')
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_ERROR', agency: 'post' } }])
    expect(errors).toHaveLength(1)
  })

  it('do not show in what clients see', () => {
    const letter = assertObjectType(engine.engine.schema.getType('Letter'))
    expect(letter.getFields()['greeting']?.args.map(({ name }) => name)).toEqual(['polite'])
  })
})

describe('contexts that are set further up', () => {
  const types = ['One', 'Two']
  const shop = {
    sdl: `${link}
      type Query { things: [Thing!]! both: [Both!]! }
      interface Thing { id: ID! item: Item }
      interface Home @context(name: "home") { id: ID! language: String item: Item }
      union Both = One | Two
      ${types.map((name) => `type ${name} implements Thing & Home @key(fields: "id") { id: ID! language: String item: Item }`).join(' ')}
      type Item @key(fields: "id") { id: ID! text(in: String @fromContext(field: "$home { language }")): String }`,
    resolvers: {
      Query: Object.fromEntries(
        ['things', 'both'].map((name) => [
          name,
          () => types.map((type) => ({ __typename: type, id: '1', item: { id: '2' } })),
        ]),
      ),
      ...Object.fromEntries(types.map((type) => [type, { language: () => `language of ${type}` }])),
      Item: {
        __resolveReference: (source: Source) => source,
        text: (_item: Source, given: Source) => String(given['in']),
      },
    },
  }
  const items = types.map((type) => ({ item: { text: `language of ${type}` } }))

  it.each([
    ['{ things { item { text } } }', { things: items }],
    ['{ both { ... on Thing { item { text } } } }', { both: items }],
  ])('are found below what sets none: %s', async (query, expected) => {
    const { engine, ask } = await openMemoryEngine({ shop })
    const { data, errors } = await ask(query)
    expect([data, errors]).toEqual([expected, []])
    await engine.stop()
  })
})
