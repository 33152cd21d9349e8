import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, executeSync, parse, visit } from 'graphql'
import type { Mark } from '../../../../gateway/execute/Mark.ts'
import { createProjection } from '../../../../gateway/execute/createProjection.ts'
import { markField } from '../../../../gateway/execute/markField.ts'
import { shapeOfOperation } from '../../../../gateway/execute/shape/shapeOfOperation.ts'
import { selectionTexts } from '../../../support/selectionTexts.ts'

type Data = Record<string, unknown>

const schema = buildSchema(`
  type Query { person: Person people: [Person!] pet: Pet }
  type Person { id: ID! name: String age: Int kind: Kind money: Money best: Person friends: [Person!] grid: [[Int]] }
  interface Pet { id: ID }
  type Dog implements Pet { id: ID bones: Int }
  enum Kind { PASSPORT LETTER }
  scalar Money
`)
const types = {
  Query: ['person', 'people'].map((name) => ({ name, of: 'Person' })),
  Person: [
    ...['id', 'name', 'age', 'kind', 'money', 'grid'].map((name) => ({ name })),
    ...['best', 'friends'].map((name) => ({ name, of: 'Person' })),
  ],
}
const fragments = 'fragment OnQuery on Query { person { id } } fragment OnPerson on Person { age name }'
const friend = { id: 'f', name: null, age: 1, kind: 'PASSPORT', money: { amount: [1] }, grid: [[], null], friends: [] }
const person = {
  id: '1',
  name: 'Maria',
  age: 25,
  kind: 'LETTER',
  money: 5,
  grid: [[1, null]],
  friends: [friend, friend],
}
const rootValue = { person: { ...person, best: friend }, people: [person, { ...person, best: person }] }

const queries = selectionTexts(types, 'Query').map((text) => `{ ${text} } ${fragments}`)

function answer(query: string): Data {
  const { data } = executeSync({ schema, document: parse(query), rootValue })
  return JSON.parse(JSON.stringify(data)) as Data
}

function project(query: string, data: Data, clientKeys: ReadonlyMap<string, string | null> = new Map()) {
  return createProjection(shapeOfOperation(schema, parse(query)).root, { schema, clientKeys })(data)
}

/** Nothing in it can be changed: whoever tries throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

/** The same with keys in another order, and with some that nobody asked for. */
function disordered(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => disordered(item, next))
  if (typeof value !== 'object' || value === null || 'amount' in value) return value
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner: disordered(inner, next), place: next() }))
  if (next() === 0) entries.push({ key: 'extra', inner: 'secret', place: next() })
  return Object.fromEntries(
    entries.toSorted((one, other) => one.place - other.place).map(({ key, inner }) => [key, inner]),
  )
}

describe('a value of which everything is shown as it is', () => {
  test('is shown itself', () => {
    fc.assert(
      fc.property(queries, (query) => {
        fc.pre(!query.includes('_typename: __typename'))
        const given = frozen(answer(query))
        const { data, misfits } = project(query, given)
        expect(misfits).toEqual([])
        expect(data).toEqual(given)
        for (const [key, value] of Object.entries(given)) expect(data?.[key]).toBe(value)
      }),
    )
  })

  test('is shown itself inside one that is not', () => {
    const given = answer('{ person { id best { __typename age grid } friends { id } } }')
    const { data } = project('{ person { friends { id } best { __typename age grid } } }', frozen(given))
    const [from, to] = [given, data].map((one) => one?.['person'] as Data)
    expect(Object.keys(to ?? {})).toEqual(['friends', 'best'])
    expect(to?.['best']).toBe(from?.['best'])
    expect(to?.['friends']).toBe(from?.['friends'])
  })
})

describe('a value of which something is not shown as it is', () => {
  test('is copied, in the order of the operation and without what was not asked for', () => {
    fc.assert(
      fc.property(queries, fc.infiniteStream(fc.nat(9)), (query, places) => {
        const data = answer(query)
        const other = disordered(data, () => Number(places.next().value)) as Data
        const { data: shown, misfits } = project(query, frozen(other))
        expect(JSON.stringify(shown)).toBe(JSON.stringify(data))
        expect(misfits).toEqual([])
      }),
    )
  })

  test.each<[string, Data, Data]>([
    ['a leaf that does not fit', { id: '1', age: 'no', name: 'n' }, { id: '1', age: null, name: 'n' }],
    ['a key that is missing at the end', { id: '1', age: 1 }, { id: '1', age: 1, name: null }],
    ['a key too many at the end', { id: '1', age: 1, name: 'n', secret: 's' }, { id: '1', age: 1, name: 'n' }],
    ['a key that has no value', { id: '1', age: undefined, name: 'n' }, { id: '1', age: null, name: 'n' }],
  ])('keeps what stands before and after it: %s', (_what, given, expected) => {
    const { data } = project('{ person { id age name } }', frozen({ person: given }))
    expect(JSON.stringify(data)).toBe(JSON.stringify({ person: expected }))
  })

  test('keeps what stands beside an object that is not shown, and loses no item of a list', () => {
    const query = '{ people { id best { id } name } }'
    const people = [
      { id: '1', best: { id: '2' }, name: 'a' },
      { id: '3', best: { id: null }, name: 'b' },
      { id: '4', best: null, name: 'c' },
    ]
    const { data, misfits } = project(query, frozen({ people }))
    expect(data).toEqual({ people: [people[0], { id: '3', best: null, name: 'b' }, people[2]] })
    expect(misfits).toEqual([['people', 1, 'best', 'id']])
  })

  test('has the client’s names, and nothing that is not the client’s', () => {
    const clientKeys = new Map([
      ['own_age', '__proto__'],
      ['own_id', null],
    ])
    const data = frozen({ person: { name: 'n', own_age: 1, own_id: '1', age: 2 } })
    const { data: shown } = project('{ person { name own_age: age own_id: id age } }', data, clientKeys)
    expect(JSON.stringify(shown)).toBe('{"person":{"name":"n","__proto__":1,"age":2}}')
  })

  test('has the client’s names in objects of one type among several, and its own name for a type', () => {
    const given = frozen({ pet: { __typename: 'Dog', own_bones: 2 }, person: { kind: 'A', id: '1' } })
    const query = '{ pet { __typename: id ... on Dog { own_bones: bones } } }'
    const { data } = project(query, given, new Map([['own_bones', 'x']]))
    expect(data).toEqual({ pet: { __typename: 'Dog', x: 2 } })
    expect(project('{ person { kind: __typename id } }', given).data).toEqual({ person: { kind: 'Person', id: '1' } })
  })

  test.each<[Mark, Data]>([
    [
      { kind: 'withheld', code: 'FORBIDDEN_FIELD', field: 'Person.name' },
      { id: '1', name: null },
    ],
    [{ kind: 'absent' }, { id: '1', name: null }],
    [
      { kind: 'masked', mask: 'LAST4', field: 'Person.name' },
      { id: '1', name: '***ia' },
    ],
    [{ kind: 'dataSubject' }, { id: '1' }],
  ])('has what is shown in place of something with a mark, at any depth: %j', (mark, expected) => {
    const document = visit(parse('{ people { friends { best { id name } } } }'), {
      Field: (node) => (node.name.value === 'name' ? markField(node, mark) : undefined),
    })
    const given = { people: [{ friends: [{ best: { id: '1', name: 'Maria' } }] }] }
    const { root } = shapeOfOperation(schema, document)
    const { data } = createProjection(root, { schema, clientKeys: new Map() })(frozen(given))
    expect(data).toEqual({ people: [{ friends: [{ best: expected }] }] })
  })
})
