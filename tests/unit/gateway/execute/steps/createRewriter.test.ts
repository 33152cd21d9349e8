import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { Rewrite } from '../../../../../gateway/execute/PlanNode.ts'
import { createRewriter } from '../../../../../gateway/execute/steps/createRewriter.ts'

const schema = buildSchema(`
  type Query { a: Int }
  interface Thing { id: ID }
  type Book implements Thing { id: ID }
  type Lamp implements Thing { id: ID }
`)

function rewritten(value: unknown, ...rewrites: readonly Rewrite[]): unknown {
  createRewriter(rewrites, schema)(value)
  return value
}

describe('a rewrite', () => {
  it('sets a key, also where it is not', () => {
    const set = { path: ['__typename'], change: { set: 'Thing' } }
    expect(rewritten({ __typename: 'Book', id: 1 }, set)).toEqual({ __typename: 'Thing', id: 1 })
    expect(rewritten({ id: 1 }, set)).toEqual({ __typename: 'Thing', id: 1 })
  })

  it('moves what stands under a key to another, and only what stands there itself', () => {
    const rename = { path: ['x__alias_0'], change: { rename: 'x' } }
    expect(rewritten({ x__alias_0: { y: 1 }, z: 2 }, rename)).toEqual({ x: { y: 1 }, z: 2 })
    expect(rewritten({ z: 2 }, rename)).toEqual({ z: 2 })
    expect(rewritten({ x__alias_0: null }, rename)).toEqual({ x: null })
    expect(rewritten({}, { path: ['constructor'], change: { rename: 'x' } })).toEqual({})
  })

  it('goes down objects and lists of lists', () => {
    const value = { a: [[{ b: { c: 1 } }, null], [{ b: [{ c: 2 }, 3] }], []], b: { c: 4 } }
    expect(rewritten(value, { path: ['a', 'b', 'c'], change: { rename: 'd' } })).toEqual({
      a: [[{ b: { d: 1 } }, null], [{ b: [{ d: 2 }, 3] }], []],
      b: { c: 4 },
    })
  })

  it.each([
    ['of the type itself', '... on Book', 'Book', true],
    ['of another type', '... on Book', 'Lamp', false],
    ['of an interface of it', '... on Thing', 'Lamp', true],
    ['of nobody’s type', '... on Book', 'Other', false],
  ])('for a type is for objects %s', (_what, step, typeName, isFor) => {
    const value = { inside: { __typename: typeName, c: 1 } }
    rewritten(value, { path: ['inside', step, 'c'], change: { rename: 'd' } })
    expect(value.inside).toEqual(isFor ? { __typename: typeName, d: 1 } : { __typename: typeName, c: 1 })
  })

  it('for a type is also for objects that do not tell theirs', () => {
    expect(rewritten({ c: 1 }, { path: ['... on Book', 'c'], change: { rename: 'd' } })).toEqual({ d: 1 })
  })

  it('is one of several, in their order', () => {
    const swap: readonly Rewrite[] = [
      { path: ['a'], change: { rename: 'c' } },
      { path: ['b'], change: { rename: 'a' } },
      { path: ['c'], change: { rename: 'b' } },
    ]
    expect(rewritten({ a: 1, b: 2 }, ...swap)).toEqual({ a: 2, b: 1 })
  })

  it('changes nothing that is no object', () => {
    const set = { path: ['a'], change: { set: 1 } }
    for (const value of [null, undefined, 1, 'x']) expect(rewritten(value, set)).toBe(value)
    expect(rewritten({ b: 1 }, { path: [], change: { set: 1 } })).toEqual({ b: 1 })
  })

  it('may be none', () => {
    expect(rewritten({ a: 1 })).toEqual({ a: 1 })
  })
})
