import { describe, expect, it } from '@jest/globals'
import { findLookup } from '../../../../../gateway/execute/question/findLookup.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { entityKeysOf } from '../../../../support/entityKeysOf.ts'

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
const { schema, entityKeys } = entityKeysOf({
  shelf: `${link}
    type Query {
      book(id: ID!, edition: Int): Book
      successor(id: ID!): Book
      author(name: String): Author
      copy(library: Place!, place: Int!): Copy
      page(number: Int!): Page
      bookList(id: ID!): [Book]
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
    expect(find('{ copy(place: 3, library: { code: "L" }) { place } }')).toEqual({
      type: 'Copy',
      key: { library: { code: 'L' }, place: '3' },
    })
  })

  it.each([
    ['another argument decides too', '{ book(id: 7, edition: 2) { weight } }'],
    ['the field is called otherwise', '{ successor(id: 7) { weight } }'],
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
