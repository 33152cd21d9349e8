import { describe, expect, it } from '@jest/globals'
import { buildSchema, Kind, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { mapSelections } from '../../../../gateway/document/mapSelections.ts'
import { createProjection } from '../../../../gateway/execute/createProjection.ts'
import type { Projected } from '../../../../gateway/execute/createProjection.ts'
import { markField } from '../../../../gateway/execute/markField.ts'
import { shapeOfOperation } from '../../../../gateway/execute/shape/shapeOfOperation.ts'

type Data = Record<string, unknown>

const schema = buildSchema(`
  type Query {
    a: A a1: A! list: [A] list1: [A!] list2: [A!]! grid: [[A!]!] being: Being either: Either
    int: Int float: Float string: String id: ID boolean: Boolean color: Color money: Money int1: Int! ints: [Int] ints1: [Int!]
  }
  interface Being { id: ID name1: String! near: Being }
  type A implements Being { id: ID name1: String! near: Being a: A a1: A! list1: [A!] x: Int }
  type B implements Being { id: ID name1: String! near: Being y: Int color1: Color! }
  union Either = A | B
  enum Color { RED GREEN }
  scalar Money
`)

interface Projecting {
  readonly clientKeys?: ReadonlyMap<string, string>
  readonly of?: GraphQLSchema
}

function project(
  query: string,
  data: Data,
  { clientKeys = new Map(), of = schema }: Projecting = {},
): Pick<Projected, 'data' | 'misfits'> {
  const { root } = shapeOfOperation(of, parse(query))
  const { data: shown, misfits } = createProjection(root, { schema: of, clientKeys })(data)
  return { data: shown, misfits }
}

const whole = { id: '1', name1: 'n' }

describe('what is shown in the place of something else', () => {
  it('is told of where it is shown, each field once, and nowhere else', () => {
    const document = parse('{ list { name1 id } a { name1 @skip(if: true) id } string int }')
    const mark = { kind: 'masked', mask: 'INITIALS' } as const
    const marked = mapSelections(document, schema, ({ selections }, { type }) =>
      selections.map((one) =>
        one.kind === Kind.FIELD && ['name1', 'string'].includes(one.name.value)
          ? markField(one, { ...mark, field: `${type.name}.${one.name.value}` })
          : one,
      ),
    )
    const projectMarked = createProjection(shapeOfOperation(schema, marked).root, { schema, clientKeys: new Map() })
    const [one, other] = ['Ani Bo', 'Cy Do'].map((name1) => ({ __typename: 'A', id: '1', name1 }))
    const { data, masked } = projectMarked({ list: [one, other], a: one, string: null, int: 1 })
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      list: [{ name1: 'A. B.' }, { name1: 'C. D.' }],
      string: null,
    })
    expect(masked).toEqual([{ field: 'A.name1', mask: 'INITIALS' }])
    expect(projectMarked({ list: [], a: null, string: null, int: 1 }).masked).toEqual([])
  })
})

describe('an object that says whose record it is', () => {
  const document = parse('{ list { x } }')
  const marked = mapSelections(document, schema, ({ selections }, { type }) => {
    const [near] = parse('{ near { name1 } }').definitions
    if (type.name !== 'A' || near?.kind !== Kind.OPERATION_DEFINITION) return selections
    const fields = near.selectionSet.selections.filter((one) => one.kind === Kind.FIELD)
    return [...selections, ...fields.map((field) => markField(field, { kind: 'dataSubject' }))]
  })
  const projectMarked = createProjection(shapeOfOperation(schema, marked).root, { schema, clientKeys: new Map() })
  const rowOf = (near: unknown) => ({ __typename: 'A', x: 1, near })

  it('is shown with it noted, once for each person', () => {
    // The planner puts keys beside what was selected.
    const rows = ['one', 'two', 'one'].map((name1) => rowOf({ __typename: 'A', id: 'i1', name1 }))
    const { data, dataSubjects, misfits } = projectMarked({ list: [...rows, rowOf({ name1: 7 })] })
    expect(JSON.parse(JSON.stringify(data))).toEqual({ list: Array.from({ length: 4 }, () => ({ x: 1 })) })
    expect([dataSubjects, misfits]).toEqual([new Map([['list', new Set(['one', 'two', '7'])]]), []])
  })

  it.each([null, undefined, { __typename: 'A', id: 'i1' }, { name1: null }, true])(
    'is not shown where it says nothing, and is told of as missing: %j',
    (near) => {
      const { data, dataSubjects, misfits } = projectMarked({ list: [rowOf(near), rowOf({ name1: 'one' })] })
      expect(data).toEqual({ list: [null, { x: 1 }] })
      expect([dataSubjects, misfits]).toEqual([new Map([['list', new Set(['one'])]]), [['list', 0]]])
    },
  )
})

describe('what a client sees', () => {
  it('is what was asked for, in the order of the operation, and nothing else', () => {
    const { data, misfits } = project('{ int a { x id } string }', {
      string: 's',
      secret: 1,
      a: { __typename: 'A', id: '1', secret: 2, x: 3 },
      int: 4,
    })
    expect(JSON.stringify(data)).toBe('{"int":4,"a":{"x":3,"id":"1"},"string":"s"}')
    expect(misfits).toEqual([])
  })

  it('is null where nothing came', () => {
    expect(project('{ int a { x } list { x } }', { a: {} })).toEqual({
      data: { int: null, a: { x: null }, list: null },
      misfits: [],
    })
  })

  it('is under the client’s names, and so are the places of what does not fit', () => {
    const clientKeys = new Map([
      ['own_x', 'x'],
      ['own___proto__', '__proto__'],
    ])
    const { data, misfits } = project(
      '{ a { own_x: x own___proto__: id } list { own_x: x } }',
      {
        a: { own_x: 1, own___proto__: '2' },
        list: [{ own_x: 'no' }],
      },
      { clientKeys },
    )
    expect(JSON.stringify(data)).toBe('{"a":{"x":1,"__proto__":"2"},"list":[{"x":null}]}')
    expect(Object.getPrototypeOf(data?.['a'])).toBe(Object.prototype)
    expect(misfits).toEqual([['list', 0, 'x']])
  })

  it('is nothing that only a prototype has', () => {
    expect(project('{ constructor: int toString: a { x } }', {})).toEqual({
      data: { constructor: null, toString: null },
      misfits: [],
    })
  })

  it('has the type of an object, whoever told it', () => {
    expect(
      project('{ __typename a { __typename } being { kind: __typename } }', { a: {}, being: { __typename: 'B' } }),
    ).toEqual({
      data: { __typename: 'Query', a: { __typename: 'A' }, being: { kind: 'B' } },
      misfits: [],
    })
  })

  it('has the fields of each object’s own type', () => {
    const query = '{ either { ... on A { x } ... on Being { id } ...B } } fragment B on B { y }'
    expect(project(query, { either: { __typename: 'A', x: 1, y: 2, id: '3' } }).data).toEqual({
      either: { x: 1, id: '3' },
    })
    expect(project(query, { either: { __typename: 'B', x: 1, y: 2, id: '3' } }).data).toEqual({
      either: { id: '3', y: 2 },
    })
  })
})

describe('a value that does not fit', () => {
  it.each<[string, unknown, readonly unknown[]]>([
    ['int', 1, ['1', 1.5, true, {}, [], 2 ** 60]],
    ['float', 1.5, ['1', true, {}]],
    ['string', 's', [1, true, {}, []]],
    ['id', '1', [1.5, true, {}]],
    ['boolean', false, [0, 'false']],
    ['color', 'RED', ['BLUE', 1, {}]],
  ])('is null: %s', (field, right, wrong) => {
    expect(project(`{ ${field} }`, { [field]: right })).toEqual({ data: { [field]: right }, misfits: [] })
    for (const value of wrong)
      expect(project(`{ ${field} }`, { [field]: value })).toEqual({ data: { [field]: null }, misfits: [[field]] })
  })

  it('is never one of a scalar that only its agency knows', () => {
    for (const money of [1, 'x', { amount: 1 }, [1, [2]], false])
      expect(project('{ money }', { money })).toEqual({ data: { money }, misfits: [] })
  })

  it.each<[string, string, Data, Data | null, readonly string[]]>([
    ['a value where a list belongs', '{ ints }', { ints: 1 }, { ints: null }, ['ints']],
    ['a value where an object belongs', '{ a { x } }', { a: 'x' }, { a: null }, ['a']],
    ['a list where an object belongs', '{ a { x } }', { a: [] }, { a: null }, ['a']],
    ['an object where a list belongs', '{ list { x } }', { list: {} }, { list: null }, ['list']],
    ['an item of a list', '{ ints }', { ints: [1, 'x', null] }, { ints: [1, null, null] }, ['ints.1']],
    [
      'a type that nobody has',
      '{ being { id } }',
      { being: { __typename: 'Ghost', id: '1' } },
      { being: null },
      ['being'],
    ],
    ['null where null is not allowed', '{ int int1 }', { int: 1, int1: null }, null, ['int1']],
    ['nothing where null is not allowed', '{ a1 { x } }', {}, null, ['a1']],
    ['another value where null is not allowed', '{ int1 }', { int1: 'x' }, null, ['int1']],
    ['null in an object', '{ a { name1 } }', { a: { name1: null } }, { a: null }, ['a.name1']],
    ['null in an object that is needed', '{ a1 { name1 } }', { a1: { name1: null } }, null, ['a1.name1']],
    [
      'null in an object that an object needs',
      '{ a { a1 { name1 } } }',
      { a: { a1: {} } },
      { a: null },
      ['a.a1.name1'],
    ],
    [
      'null in an item',
      '{ list { name1 } }',
      { list: [whole, {}, whole] },
      { list: [{ name1: 'n' }, null, { name1: 'n' }] },
      ['list.1.name1'],
    ],
    [
      'null in an item that the list needs',
      '{ list1 { name1 } }',
      { list1: [whole, {}, {}] },
      { list1: null },
      ['list1.1.name1', 'list1.2.name1'],
    ],
    [
      'a null item that the list needs',
      '{ ints1 list2 { id } }',
      { ints1: [1, null], list2: [null] },
      null,
      ['ints1.1', 'list2.0'],
    ],
    ['null in an item of a list that is needed', '{ list2 { name1 } }', { list2: [{}] }, null, ['list2.0.name1']],
    [
      'null in an item of a list in a list',
      '{ grid { name1 } }',
      { grid: [[whole], [{}]] },
      { grid: null },
      ['grid.1.0.name1'],
    ],
    [
      'a null list in a list that needs it',
      '{ grid { name1 } }',
      { grid: [[whole], null] },
      { grid: null },
      ['grid.1'],
    ],
  ])('takes with it what cannot be without it: %s', (_what, query, data, expected, misfits) => {
    const projected = project(query, data)
    expect(projected.data).toEqual(expected)
    expect(projected.misfits.map((place) => place.join('.'))).toEqual(misfits)
  })
})

describe('an object of a type that clients do not see', () => {
  const all = buildSchema(
    'type Query { being: Being list: [Being] } interface Being { id: ID } type Seen implements Being { id: ID } type Hidden implements Being { id: ID }',
  )
  const seen = buildSchema(
    'type Query { being: Being list: [Being] } interface Being { id: ID } type Seen implements Being { id: ID }',
  )

  it('is not shown, and is told once where it stands', () => {
    const list = [
      { __typename: 'Seen', id: '1' },
      { __typename: 'Hidden', id: '2' },
    ]
    expect(project('{ list { __typename id } }', { list }, { of: seen })).toEqual({
      data: { list: [{ __typename: 'Seen', id: '1' }, null] },
      misfits: [['list', 1]],
    })
    expect(project('{ list { id } }', { list }, { of: all }).data).toEqual({ list: [{ id: '1' }, { id: '2' }] })
  })

  it('and one of an interface that nobody told the type of, is not shown where the type is asked for', () => {
    expect(project('{ being { __typename id } }', { being: { id: '1' } }).data).toEqual({ being: null })
    expect(project('{ being { id } }', { being: { id: '1' } }).data).toEqual({ being: { id: '1' } })
  })
})

describe('what shows an interface in an interface', () => {
  it('is made once for each type that a selection meets, and not for each way of types that leads there', () => {
    const { root } = shapeOfOperation(schema, parse('{ being { near { near { near { id } } } } }'))
    const asked: string[] = []
    const isPassedThrough = ({ key }: { readonly key: string }, typeName: string): boolean => {
      asked.push(`${typeName}.${key}`)
      return false
    }
    const projection = createProjection(root, { schema, clientKeys: new Map(), isPassedThrough })
    for (let way = 0; way < 16; way += 1) {
      const [one, two, three, four] = [1, 2, 4, 8].map((bit) => ((way & bit) === 0 ? 'A' : 'B'))
      const last = { __typename: four, id: '1' }
      const being = { __typename: one, near: { __typename: two, near: { __typename: three, near: last } } }
      expect(projection({ being }).data).toEqual({ being: { near: { near: { near: { id: '1' } } } } })
    }
    // The root field, and for each of four selections one field of each of two types.
    expect(asked).toHaveLength(1 + 4 * 2)
  })
})
