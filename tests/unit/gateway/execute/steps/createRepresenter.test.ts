import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { Requirement, Rewrite } from '../../../../../gateway/execute/PlanNode.ts'
import { createRepresenter } from '../../../../../gateway/execute/steps/createRepresenter.ts'
import { requires } from '../../../../support/requires.ts'

const schema = buildSchema(`
  type Query { a: Int }
  interface Thing { id: ID }
  type Book implements Thing { id: ID }
  type Lamp implements Thing { id: ID }
  union Any = Book | Lamp
`)

type Data = Readonly<Record<string, unknown>>

function represent(object: Data, needs: readonly Requirement[], rewrites: readonly Rewrite[] = []): unknown {
  return createRepresenter({ requires: needs, rewrites, supergraph: schema })(object)
}

function nested(key: string, ...selections: readonly Requirement[]): Requirement {
  return { kind: 'field', key, name: key, selections }
}

const book = { __typename: 'Book', id: '1', title: 'A', pages: null, extra: true }

describe('the representation of an object', () => {
  it('has what the agency needs and nothing else', () => {
    expect(represent(book, requires(['Book', '__typename', 'id']))).toEqual({ __typename: 'Book', id: '1' })
  })

  it('has null for what is null', () => {
    expect(represent(book, requires(['Book', '__typename', 'id', 'pages']))).toEqual({
      __typename: 'Book',
      id: '1',
      pages: null,
    })
  })

  it('has what is needed inside of objects and lists, and null where these are null', () => {
    const object = {
      __typename: 'Book',
      author: { name: 'N', born: 1 },
      copies: [{ place: 1, state: 'x' }, null, [{ place: 2 }]],
      next: null,
    }
    const needs: readonly Requirement[] = [
      ...requires('__typename'),
      nested('author', ...requires('name')),
      nested('copies', ...requires('place')),
      nested('next', ...requires('id')),
    ]
    expect(represent(object, needs)).toEqual({
      __typename: 'Book',
      author: { name: 'N' },
      copies: [{ place: 1 }, null, [{ place: 2 }]],
      next: null,
    })
  })

  it('has a list and an object of a scalar as they are', () => {
    const object = { __typename: 'Book', tags: ['a', ['b']], json: { any: [1] } }
    expect(represent(object, requires('__typename', 'tags', 'json'))).toEqual(object)
  })

  it('has the parts that are for its type', () => {
    const needs = requires(
      ['Lamp', '__typename', 'bulb'],
      ['Book', 'title'],
      ['Thing', '__typename', 'id'],
      ['Any', 'extra'],
    )
    expect(represent(book, needs)).toEqual({ __typename: 'Book', id: '1', title: 'A', extra: true })
  })

  it('has parts of parts', () => {
    const inner: readonly Requirement[] = [{ kind: 'fragment', on: 'Book', selections: requires('title') }]
    const needs: readonly Requirement[] = [
      { kind: 'fragment', on: 'Thing', selections: [...requires('__typename', 'id'), ...inner] },
    ]
    expect(represent(book, needs)).toEqual({ __typename: 'Book', id: '1', title: 'A' })
    expect(represent({ ...book, __typename: 'Lamp' }, needs)).toEqual({ __typename: 'Lamp', id: '1' })
  })

  it.each<[string, Data, readonly Requirement[]]>([
    ['that has not a field that is needed', { __typename: 'Book' }, requires(['Book', '__typename', 'id'])],
    ['of which the field is undefined', { __typename: 'Book', id: undefined }, requires(['Book', '__typename', 'id'])],
    ['of another type', { __typename: 'Lamp', id: '1' }, requires(['Book', '__typename', 'id'])],
    ['that does not tell its type', { id: '1' }, requires(['Book', '__typename', 'id'])],
    ['of which the type was not asked for', book, requires(['Book', 'id'])],
    ['that only inherits what is needed', { __typename: 'Book' }, requires(['Book', '__typename', 'constructor'])],
  ])('is none for one %s', (_what, object, needs) => {
    expect(represent(object, needs)).toBeUndefined()
  })

  it('is under the names and of the type that the agency knows', () => {
    expect(
      represent(book, requires(['Book', '__typename', 'id', 'title']), [
        { path: ['... on Book', '__typename'], change: { set: 'Thing' } },
        { path: ['title'], change: { rename: 'name' } },
      ]),
    ).toEqual({ __typename: 'Thing', id: '1', name: 'A' })
  })

  it('leaves the object as it was', () => {
    const object = { __typename: 'Book', author: { name: 'N' }, list: [{ id: 1 }] }
    const before = structuredClone(object)
    represent(
      object,
      [...requires('__typename'), nested('author', ...requires('name')), nested('list', ...requires('id'))],
      [
        { path: ['__typename'], change: { set: 'Thing' } },
        { path: ['author', 'name'], change: { rename: 'other' } },
        { path: ['list', 'id'], change: { set: 2 } },
      ],
    )
    expect(object).toEqual(before)
  })
})
