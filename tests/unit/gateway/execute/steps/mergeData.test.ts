import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema } from 'graphql'
import { mergeData } from '../../../../../gateway/execute/steps/mergeData.ts'

type Data = Record<string, unknown>

const schema = buildSchema('interface Thing { id: ID } type Book implements Thing { id: ID } type Lamp { id: ID }')

function merged(target: Data, source: Data): Data {
  mergeData(target, source, { supergraph: schema })
  return target
}

describe('what an agency answered', () => {
  it.each<[string, Data, Data, Data]>([
    ['is put beside what is there', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['is put inside what is there', { a: { b: 1 } }, { a: { c: { d: 2 } } }, { a: { b: 1, c: { d: 2 } } }],
    ['tells a type', { __typename: 'Thing' }, { __typename: 'Book' }, { __typename: 'Book' }],
    [
      'tells no type where it only knows an interface',
      { a: { __typename: 'Book' } },
      { a: { __typename: 'Thing', id: 1 } },
      { a: { __typename: 'Book', id: 1 } },
    ],
    ['tells the interface where no type is known', {}, { __typename: 'Thing' }, { __typename: 'Thing' }],
    ['takes the place of another value', { a: 1, b: 'x' }, { a: 2, b: null }, { a: 2, b: null }],
    ['takes the place of null', { a: null }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['takes the place of an object when it is none', { a: { b: 1 } }, { a: [1] }, { a: [1] }],
    ['takes the place of a list when it is none', { a: [1] }, { a: { b: 1 } }, { a: { b: 1 } }],
    [
      'is merged with a list of its length by position',
      { a: [{ b: 1 }, { b: 2 }] },
      { a: [{ c: 3 }, { c: 4 }] },
      {
        a: [
          { b: 1, c: 3 },
          { b: 2, c: 4 },
        ],
      },
    ],
    ['is merged with lists of lists', { a: [[{ b: 1 }], []] }, { a: [[{ c: 2 }], []] }, { a: [[{ b: 1, c: 2 }], []] }],
    [
      'is merged with a list around its nulls',
      { a: [{ b: 1 }, null, 1] },
      { a: [null, { c: 2 }, 3] },
      { a: [null, { c: 2 }, 3] },
    ],
    [
      'takes the place of a list of another length',
      { a: [{ b: 1 }] },
      { a: [{ c: 2 }, { c: 3 }] },
      { a: [{ c: 2 }, { c: 3 }] },
    ],
    ['takes the place of an empty list', { a: [] }, { a: [{ c: 2 }] }, { a: [{ c: 2 }] }],
    [
      'may have the names that objects have from their prototype',
      { a: 1 },
      { constructor: { b: 1 }, toString: null },
      { a: 1, constructor: { b: 1 }, toString: null },
    ],
  ])('%s', (_what, target, source, expected) => {
    expect(merged(target, source)).toEqual(expected)
  })

  it('is merged into the very objects that are there', () => {
    const inner = { b: 1 }
    const list = [inner]
    const target = { a: inner, list }
    mergeData(target, { a: { c: 2 }, list: [{ d: 3 }] }, { supergraph: schema })
    expect(target.list).toBe(list)
    expect(inner).toEqual({ b: 1, c: 2, d: 3 })
  })

  it('reads objects without a prototype', () => {
    const source: Data = { ['__proto__']: null }
    Object.setPrototypeOf(source, null)
    source['a'] = { b: 1 }
    expect(merged({ a: { c: 2 } }, source)).toEqual({ a: { b: 1, c: 2 } })
  })

  it('makes no difference the second time', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 4 })),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 4 })),
        (target, source) => {
          const once = merged(structuredClone(target), structuredClone(source))
          const twice = merged(structuredClone(once), structuredClone(source))
          expect(twice).toEqual(once)
          expect(merged(structuredClone(target), structuredClone(target))).toEqual(target)
        },
      ),
    )
  })
})
