import { describe, expect, it } from '@jest/globals'
import { findLookup } from '../../../../../gateway/execute/question/findLookup.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'
import { lookupDirectives } from '../../../../support/lookupDirectives.ts'

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])'
const { schema, entityKeys } = entityKeysOf({
  shelf: `${link} ${lookupDirectives}
    type Query {
      book(id: ID! @is(field: "id")): Book @lookup
      volume(number: ID! @is(field: "id")): Book @lookup
      twice(id: ID! @is(field: "id"), other: ID! @is(field: "id")): Book @lookup
      edition(id: ID! @is(field: "id"), edition: Int): Book @lookup
      weighed(id: ID! @is(field: "id"), weight: Int @is(field: "weight")): Book @lookup
      successor(id: ID! @is(field: "id")): Book
      author(name: String @is(field: "name")): Author @lookup
      copy(shelf: Place! @is(field: "library"), at: Int! @is(field: "place")): Copy @lookup
      page(number: Int! @is(field: "number")): Page @lookup
      bookList(id: ID! @is(field: "id")): [Book] @lookup
    }
    input Place { code: ID! }
    type Book @key(fields: "id") { id: ID! weight: Int }
    type Author @key(fields: "name") @key(fields: "number") { name: String number: Int }
    type Copy @key(fields: "library { code } place") { library: Library place: Int }
    type Library { code: ID }
    type Page { number: Int }
  `,
})

const find = (text: string, variables = {}) =>
  findLookup(shapeOfFetch(schema, text).root, variables, entityKeys)?.identity

describe('an entity that is looked up by its key', () => {
  it('is known before anybody is asked', () => {
    const tag = { type: 'Book', key: { id: '7' } }
    expect(find('{ book(id: 7) { weight } }')).toEqual(tag)
    expect(find('query($i: ID!) { a: book(id: $i) { weight } __typename }', { i: '7' })).toEqual(tag)
    expect(find('{ volume(number: 7) { weight } }')).toEqual(tag)
    expect(find('{ copy(at: 3, shelf: { code: "L" }) { place } }')).toEqual({
      type: 'Copy',
      key: { library: { code: 'L' }, place: '3' },
    })
  })

  it.each([
    ['another argument decides too', '{ edition(id: 7, edition: 2) { weight } }'],
    ['two arguments are the same', '{ twice(id: 7, other: 8) { weight } }'],
    ['an argument is none of the key', '{ weighed(id: 7, weight: 2) { weight } }'],
    ['the field says nothing of it', '{ successor(id: 7) { weight } }'],
    ['the type has several keys', '{ author(name: "Pram") { name } }'],
    ['the type is no entity', '{ page(number: 7) { number } }'],
    ['there may be several', '{ bookList(id: 7) { weight } }'],
    ['more is asked for', '{ a: book(id: 7) { weight } b: book(id: 8) { weight } }'],
    ['the key is not given', '{ author { name } }'],
    ['the arguments are not understood', '{ book { weight } }'],
    ['nothing is looked up', '{ __typename }'],
  ])('is not known where %s', (_why, text) => {
    expect(find(text)).toBeUndefined()
  })
})
