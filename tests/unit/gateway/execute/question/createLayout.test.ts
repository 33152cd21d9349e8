import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Variables } from '../../../../../gateway/execute/Variables.ts'
import type { Layout } from '../../../../../gateway/execute/question/Layout.ts'
import { createLayout } from '../../../../../gateway/execute/question/createLayout.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { keyedSubgraphs } from '../../../../support/keyedSubgraphs.ts'

const { schema, entityKeys } = entityKeysOf(keyedSubgraphs)

function layoutOf(text: string, variables: Variables = {}): Layout | undefined {
  const { root } = shapeOfFetch(schema, text)
  const isShown = (type: string, names: readonly string[]): boolean =>
    entityKeys.isEntity(type) && names.some((name) => name !== 'id' && name !== '__typename')
  return createLayout(root, { variables, isShown })
}

/** A field with arguments, as text, what is selected of it, and the value that an agency has for it. */
interface Field {
  readonly call: string
  readonly inside: readonly Field[]
  readonly isList: boolean
  readonly value: unknown
}

/** As it comes out of JSON, which knows no -0. */
const anyValue = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))

const leaf = (call: string): fc.Arbitrary<Field> =>
  fc.record({ call: fc.constant(call), inside: fc.constant([]), isList: fc.constant(false), value: anyValue })

const leaves = fc.oneof(
  ...['id', 'weight', '__typename', 'title', 'title(in: ID)', 'title(in: ID, short: true)'].map(leaf),
)

/** Selections on a book with books inside; every book is a book, so that its type may be left unsaid. */
const { fields } = fc.letrec<{ fields: readonly Field[]; field: Field }>((tie) => ({
  fields: fc.uniqueArray(tie('field'), { minLength: 1, maxLength: 4, selector: ({ call }) => call }),
  field: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves.map((field) => (field.call === '__typename' ? { ...field, value: 'Book' } : field)),
    fc.record({
      call: fc.constant('next'),
      inside: tie('fields'),
      isList: fc.constant(false),
      value: fc.constantFrom(null, {}),
    }),
  ),
}))

/** How a client writes it: an order, and aliases. */
type Writing = (fields: readonly Field[]) => readonly (readonly [string, Field])[]

const plainly: Writing = (all) => all.map((field, index) => [`a${index}`, field])
const backwards: Writing = (all) => all.toReversed().map((field, index) => [`b${index}`, field])

function textOf(all: readonly Field[], write: Writing): string {
  const texts = write(all).map(([key, { call, inside }]) => {
    // The name of the type is read under its own name alone.
    const name = call === '__typename' ? call : `${key}: ${call}`
    return inside.length > 0 ? `${name} ${textOf(inside, write)}` : name
  })
  return `{ ${texts.join(' ')} }`
}

function dataOf(all: readonly Field[], write: Writing): unknown {
  return Object.fromEntries(
    write(all).map(([key, { call, inside, value }]) => [
      call === '__typename' ? call : key,
      inside.length > 0 && value !== null ? dataOf(inside, write) : value,
    ]),
  )
}

describe('the layout of a selection', () => {
  it('is the same in another order and under aliases, and takes data from one to the other', () => {
    fc.assert(
      fc.property(fields, (all) => {
        const [one, other] = [plainly, backwards].map((write) => layoutOf(`{ book(id: "1") ${textOf(all, write)} }`))
        expect(other?.text).toBe(one?.text)
        const packed: unknown = JSON.parse(JSON.stringify(one?.pack({ book: dataOf(all, plainly) })))
        expect(other?.unpack(packed)).toEqual({ book: dataOf(all, backwards) })
      }),
    )
  })

  it('makes objects with their keys in the order of the selection', () => {
    const layout = layoutOf('{ book(id: "1") { weight b: id next { title id } a: id __typename } }')
    const book = { weight: 1, b: 'i', next: { title: 't', id: 'n' }, a: 'i', __typename: 'Book' }
    expect(JSON.stringify(layout?.unpack(layout.pack({ book })))).toBe(JSON.stringify({ book }))
    const thing = { __typename: 'Book', weight: 1, id: 'i' }
    const ofTypes = layoutOf('{ thing { __typename ... on Book { weight } id } }')
    expect(JSON.stringify(ofTypes?.unpack(ofTypes.pack({ thing })))).toBe(JSON.stringify({ thing }))
  })

  it('is another for another selection', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const [first, second] = [one, other].map((all) => layoutOf(`{ book(id: "1") ${textOf(all, plainly)} }`)?.text)
        expect(first === second).toBe(normal(one) === normal(other))
      }),
    )
  })

  it.each([
    ['{ book(id: "1") { weight } }', '{ book(id: "2") { weight } }'],
    ['{ book(id: "1") { title } }', '{ book(id: "1") { title(short: null) } }'],
    ['{ book(id: "1") { title } }', '{ book(id: "1") { title(in: ID) } }'],
    ['{ book(id: "1") { next { id } } }', '{ book(id: "1") { next { id next { id } } } }'],
    ['{ thing { weight } }', '{ thing { ... on Book { weight } } }'],
    ['{ books { id } }', '{ books(first: 11) { id } }'],
  ])('is not that of %s for %s', (one, other) => {
    expect(layoutOf(one)?.text).not.toBe(layoutOf(other)?.text)
  })

  it.each<[string, string, Variables]>([
    ['{ books(first: 10) { id } }', 'query($n: Int) { books(first: $n) { id } }', {}],
    ['{ books(first: 3) { id } }', 'query($n: Int) { books(first: $n) { id } }', { n: 3 }],
    ['{ books(first: 3) { id } }', 'query($n: Int = 3) { books(first: $n) { id } }', {}],
    ['{ books(after: "x", first: 3) { id } }', '{ books(first: 3, after: "x") { id } }', {}],
    ['{ book(id: 1) { id } }', 'query($i: ID!) { book(id: $i) { id } }', { i: '1' }],
    ['{ book(id: "1") { title(in: ID) } }', 'query($l: Language) { book(id: "1") { title(in: $l) } }', { l: 'ID' }],
    [
      '{ book(id: "1") { id weight } }',
      '{ book(id: "1") { ... on Thing { id } ...W } } fragment W on Book { weight }',
      {},
    ],
    ['{ book(id: "1") { weight } }', '{ book(id: "1") { a: weight b: weight } }', {}],
  ])('is that of %s for %s', (one, other, variables) => {
    expect(layoutOf(other, variables)?.text).toBe(layoutOf(one)?.text)
  })

  it('gives each object of several types back as what it was', () => {
    const layout = layoutOf('{ thing { t: __typename __typename ... on Book { n: weight } ... on Lamp { bulb } } }')
    for (const thing of [
      { t: 'Book', __typename: 'Book', n: 3 },
      { t: 'Lamp', __typename: 'Lamp', bulb: null },
    ]) {
      expect(layout?.unpack(layout.pack({ thing }))).toEqual({ thing })
    }
    expect(layout?.unpack(layout.pack({ thing: null }))).toEqual({ thing: null })
  })

  it('keeps lists, nulls in them, and any alias', () => {
    const layout = layoutOf('{ books { __proto__: weight copies { place } } }')
    const data: unknown = JSON.parse(
      '{"books":[null,{"__proto__":3,"copies":[{"place":1},null]},{"__proto__":null,"copies":null}]}',
    )
    expect(JSON.stringify(layout?.unpack(layout.pack(data)))).toBe(JSON.stringify(layout?.unpack(layout.pack(data))))
    expect(layout?.unpack(layout.pack(data))).toEqual(data)
  })

  it('takes what came as a text for what it says', () => {
    const layout = layoutOf('{ books { weight copies { place } } book(id: "1") { id } }')
    const data = { books: [{ weight: 3, copies: [{ place: 1 }] }, null], book: { id: '1' } }
    const texts = {
      books: [{ weight: new JsonText('3'), copies: new JsonText('[{"place":1}]') }, null],
      book: new JsonText('{"id":"1"}'),
    }
    expect(layout?.pack(texts)).toEqual(layout?.pack(data))
  })

  it('gives what was asked for twice the aliases of each place', () => {
    const one = layoutOf('{ a: book(id: "1") { weight id } b: book(id: "1") { i: id w: weight } }')
    const other = layoutOf('{ book(id: "1") { x: weight id } }')
    const data = { a: { weight: 3, id: '1' }, b: { w: 3, i: '1' } }
    expect(one?.unpack(one.pack(data))).toEqual(data)
    expect(other?.text).toBe(one?.text)
    expect(one?.unpack(other?.pack({ book: { x: 3, id: '1' } }))).toEqual(data)
  })

  it('takes a place from one to the other, under the aliases of each', () => {
    const one = layoutOf('{ a: books { __typename n: next { w: weight } } }')
    const other = layoutOf('{ books { __typename next { weight x: weight } next { weight } } }')
    const thing = layoutOf('{ thing { ... on Book { b: weight } ... on Lamp { l: weight } } }')
    expect(one?.unpackPlace(other?.packPlace(['books', 3, 'next', 'x']) ?? [])).toEqual([['a', 3, 'n', 'w']])
    const same = layoutOf('{ books { __typename n: next { v: weight w: weight } } }')
    expect(same?.text).toBe(other?.text)
    expect(same?.unpackPlace(other?.packPlace(['books', 3, 'next', 'x']) ?? [])).toEqual([
      ['books', 3, 'n', 'v'],
      ['books', 3, 'n', 'w'],
    ])
    expect(thing?.unpackPlace(thing.packPlace(['thing', 'b']))).toEqual([
      ['thing', 'b'],
      ['thing', 'l'],
    ])
    for (const place of [[], ['books'], ['books', 3]]) expect(same?.unpackPlace(same.packPlace(place))).toEqual([place])
    expect(same?.unpackPlace(same.packPlace(['books', 'n', 'v']))).toEqual([['books']])
    expect(same?.unpackPlace(same.packPlace(['books', 1, 'no', 'v']))).toEqual([['books', 1]])
  })

  it('makes objects of its own each time, also of a scalar that is one', () => {
    const layout = layoutOf('{ book(id: "1") { id next { weight } } }')
    const packed = layout?.pack({ book: { id: { is: ['odd'] }, next: { weight: 1 } } })
    const [one, other] = [layout?.unpack(packed), layout?.unpack(packed)]
    expect(one).toEqual({ book: { id: { is: ['odd'] }, next: { weight: 1 } } })
    expect(ownObjects(one).filter((object) => ownObjects(other).includes(object))).toEqual([])
  })

  it('tells which entities it shows, and of which it only names the key', () => {
    const shows = (text: string): readonly string[] => [...(layoutOf(text)?.shows ?? [])].toSorted()
    expect(shows('{ book(id: "1") { id author { name } next { id } } }')).toEqual(['Author', 'Book'])
    expect(shows('{ book(id: "1") { id __typename } }')).toEqual([])
    expect(shows('{ thing { weight } }')).toEqual(['Book', 'Lamp', 'Thing'])
    expect(shows('{ count }')).toEqual([])
  })

  it.each(['{ nowhere }', '{ book(id: "1") { nothing { a } } }', '{ book(name: "1") { id } }', '{ book { id } }'])(
    'is none where nobody can tell what is meant: %s',
    (text) => {
      expect(layoutOf(text)).toBeUndefined()
    },
  )

  it('is none where it would take too long to find', () => {
    const wide = Array.from({ length: 6_000 }, (_field, index) => `f${index}: weight`).join(' ')
    expect(layoutOf(`{ book(id: "1") { ${wide} } }`)).toBeUndefined()
  })
})

function normal(all: readonly Field[]): string {
  return JSON.stringify(
    all
      .map(({ call, inside }) => `${call.replace('title(in: EN)', 'title')}${inside.length > 0 ? normal(inside) : ''}`)
      .toSorted(),
  )
}

/** The objects and lists in a value, itself among them. */
function ownObjects(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(ownObjects)]
}
