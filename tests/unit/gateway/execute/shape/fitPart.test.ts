import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, executeSync, parse } from 'graphql'
import { fitPart } from '../../../../../gateway/execute/shape/fitPart.ts'
import type { FittedPart } from '../../../../../gateway/execute/shape/fitPart.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { selectionTexts } from '../../../../support/selectionTexts.ts'

const schema = buildSchema(`
  scalar Day
  enum Kind { PASSPORT LETTER }
  interface Being { id: ID! name: String }
  union Pet = Dog | Cat
  type Person implements Being { id: ID! name: String age: Int weight: Float alive: Boolean! born: Day kind: Kind! pets: [Pet!]! grid: [[Int!]] best: Being }
  type Dog implements Being { id: ID! name: String tricks: [String] }
  type Cat { id: ID! lives: Int! owner: Person }
  type Query { person: Person beings: [Being!] }
`)

const types = {
  Query: [
    { name: 'person', of: 'Person' },
    { name: 'beings', of: 'Being' },
  ],
  Being: [{ name: 'id' }, { name: 'name' }],
  Pet: [],
  Person: [
    ...['id', 'name', 'age', 'weight', 'alive', 'born', 'kind', 'grid'].map((name) => ({ name })),
    { name: 'pets', of: 'Pet' },
    { name: 'best', of: 'Being' },
  ],
  Dog: [{ name: 'id' }, { name: 'name' }, { name: 'tricks' }],
  Cat: [{ name: 'id' }, { name: 'lives' }, { name: 'owner', of: 'Person' }],
}
const fragments =
  'fragment OnQuery on Query { person { id } } fragment OnBeing on Being { id } fragment OnPet on Pet { __typename } fragment OnPerson on Person { age } fragment OnDog on Dog { name } fragment OnCat on Cat { lives }'

const dog = { __typename: 'Dog', id: 'd', name: 'Rex', tricks: ['sit', null] }
const person = {
  __typename: 'Person',
  id: 1,
  name: 'Maria',
  age: 25,
  weight: 50.5,
  alive: true,
  born: '1999-05-12',
  kind: 'LETTER',
  grid: [[1, 2], null, []],
  best: dog,
}
const cat = { __typename: 'Cat', id: 'c', lives: 9, owner: { ...person, pets: [dog] } }
const world = { person: { ...person, pets: [dog, cat] }, beings: [dog, { ...person, pets: [] }] }

function answer(query: string): Record<string, unknown> {
  const { data } = executeSync({ schema, document: parse(query), rootValue: world })
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>
}

function fit(data: Record<string, unknown>, query: string): FittedPart['unfit'] | undefined {
  return fitPart(data, shapeOfFetch(schema, query).root)?.unfit
}

/** Every object inside a value, itself included. */
function objectsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside]
}

// An engine asks objects of several types for their type, or it could not read the answer.
const queries = selectionTexts(types, 'Query').map(
  (text) => `{ ${text.replaceAll(/(pets|best|beings)([^{]*)\{/g, '$1$2{ __typename ')} } ${fragments}`,
)

describe('data that GraphQL answered', () => {
  test('fits, whatever was asked, and stays as it is', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const data = answer(query)
        const before = structuredClone(data)
        expect(fit(data, query)).toEqual([])
        expect(data).toEqual(before)
      }),
    )
  })

  test('does not fit when any key is missing', () => {
    fc.assert(
      fc.property(queries, fc.nat(), fc.nat(), (query, object, key) => {
        const data = answer(query)
        const objects = objectsIn(data)
        const chosen = objects[object % objects.length] ?? {}
        const name = Object.keys(chosen)[key % Object.keys(chosen).length]
        fc.pre(name !== undefined)
        delete chosen[name]
        expect(fit(data, query)).toBeUndefined()
      }),
    )
  })

  test('is freed of what was not asked for, at any depth', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const data = answer(query)
        const before = structuredClone(data)
        for (const object of objectsIn(data)) object['extra'] = 'Maria'
        expect(fit(data, query)).toEqual([])
        expect(data).toEqual(before)
      }),
    )
  })
})

describe('a value that its type does not have', () => {
  test.each([
    ['id', 1.5],
    ['id', true],
    ['name', 1],
    ['age', 1.5],
    ['age', '25'],
    ['age', 1e21],
    ['weight', '50'],
    ['alive', 0],
    ['kind', 'SECRET'],
    ['kind', {}],
  ])('is nulled: %s %j', (name, value) => {
    const data = { person: { [name]: value } }
    expect(fit(data, `{ person { ${name} } }`)).toEqual([['person', name]])
    expect(data).toEqual({ person: { [name]: null } })
  })

  test('is nulled inside lists', () => {
    const data = { person: { grid: [[1, 'two'], null] } }
    expect(fit(data, '{ person { grid } }')).toEqual([['person', 'grid', 0, 1]])
    expect(data).toEqual({ person: { grid: [[1, null], null] } })
  })

  test('is nulled inside fragments', () => {
    const data = { beings: [{ __typename: 'Person', age: '25' }] }
    expect(fit(data, '{ beings { __typename ... on Person { age } ... on Dog { tricks } } }')).toEqual([
      ['beings', 0, 'age'],
    ])
  })

  test.each([
    ['{ person { id } }', { person: { id: null } }, ['person', 'id']],
    ['{ person { grid } }', { person: { grid: [[null]] } }, ['person', 'grid', 0, 0]],
    ['{ beings { __typename } }', { beings: [null] }, ['beings', 0]],
  ])('costs no more than what holds it as a null where none may be: %s', (query, data, place) => {
    const given = structuredClone(data)
    expect(fit(given, query)).toEqual([place])
    expect(given).toEqual(data)
  })

  test('may be anything for a scalar of its agency', () => {
    expect(fit({ person: { born: { year: 1999 } } }, '{ person { born } }')).toEqual([])
  })
})

describe('data of another shape', () => {
  test.each([
    ['{ person { name } }', { person: [] }],
    ['{ person { name } }', { person: 'Maria' }],
    ['{ person { grid } }', { person: { grid: 1 } }],
    ['{ person { grid } }', { person: { grid: [1] } }],
    ['{ person { __typename } }', { person: { __typename: 'Dog' } }],
    ['{ person { __typename } }', { person: { __typename: 1 } }],
    ['{ beings { __typename } }', { beings: [{ __typename: 'Cat' }] }],
    ['{ person { pets { __typename } } }', { person: { pets: [{ __typename: 'Person' }] } }],
    ['{ person { name } }', {}],
    ['{ toString: person { name } }', {}],
  ])('does not fit: %s %j', (query, data) => {
    expect(fit(structuredClone(data), query)).toBeUndefined()
  })

  test('fits where the supergraph knows no shape', () => {
    expect(fit({ unknown: [{ any: 1 }], person: null }, '{ unknown { any } person { unknown } }')).toEqual([])
    expect(fit({ person: { unknown: 1 } }, '{ person { unknown } }')).toEqual([])
  })

  test('fits where an interface is answered as what it is elsewhere: an object', () => {
    expect(fit({ beings: [{ __typename: 'Being', id: '1' }, { id: '2' }] }, '{ beings { id } }')).toEqual([])
  })

  test('skips a fragment that is not there', () => {
    expect(fit({ person: { id: '1' } }, '{ person { id ...Missing } }')).toEqual([])
  })
})

describe('an entity', () => {
  const { shapeOf } = shapeOfFetch(
    schema,
    'query($representations:[_Any!]!){_entities(representations:$representations){...on Dog{name}}}',
  )
  const shape = shapeOf({ __typename: 'Dog' })

  test('that its agency does not know is null, and fits', () => {
    expect(fitPart(null, shape)).toEqual({ data: null, unfit: [] })
  })

  test('has the places of what does not fit inside itself', () => {
    expect(fitPart({ name: 1, more: 2 }, shape)).toEqual({ data: { name: null }, unfit: [['name']] })
  })
})
