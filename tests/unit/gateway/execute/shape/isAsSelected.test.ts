import { describe, expect, test } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import { isAsSelected } from '../../../../../gateway/execute/shape/isAsSelected.ts'
import { shapeOfOperation } from '../../../../../gateway/execute/shape/shapeOfOperation.ts'

const schema = buildSchema(`
  type Query { id: ID name: String! kind: Kind born: Day count: Int grid: [[Int!]] being: Being any: Query }
  interface Being { id: ID }
  type Dog implements Being { id: ID }
  type Cat { id: ID }
  enum Kind { PASSPORT LETTER }
  scalar Day
`)

function isSelected(query: string, text: string): boolean {
  return isAsSelected(JSON.parse(text), shapeOfOperation(schema, parse(query)).root)
}

describe('a value', () => {
  test.each([
    ['{ id name }', '{"id":"1","name":"n"}'],
    ['{ id }', '{"id":1}'],
    ['{ id }', '{"id":null}'],
    ['{ kind }', '{"kind":"LETTER"}'],
    ['{ born }', '{"born":{"year":1999}}'],
    ['{ born }', '{"born":"1999-05-12"}'],
    ['{ grid }', '{"grid":[[1],null,[]]}'],
    ['{ being { id } }', '{"being":{"id":"1"}}'],
    ['{ being { __typename id } }', '{"being":{"__typename":"Dog","id":"1"}}'],
    ['{ __proto__: id any { toString: id } }', '{"__proto__":"1","any":{"toString":null}}'],
  ])('is as it was selected: %s %s', (query, text) => {
    expect(isSelected(query, text)).toBe(true)
  })

  test.each([
    ['in another order', '{ id name }', '{"name":"n","id":"1"}'],
    ['with a key too many', '{ id }', '{"id":"1","name":"n"}'],
    ['with another key', '{ id }', '{"name":"n"}'],
    ['without a key', '{ id count }', '{"id":"1"}'],
    ['without a key that every object inherits', '{ toString: born }', '{}'],
    ['null where there has to be something', '{ name }', '{"name":null}'],
    ['a text for a number', '{ count }', '{"count":"1"}'],
    ['a text for a list', '{ grid }', '{"grid":"1"}'],
    ['a text for an object', '{ any { id } }', '{"any":"1"}'],
    ['a list for an object', '{ any { id } }', '{"any":[]}'],
    ['a text that its type does not have', '{ kind }', '{"kind":"SECRET"}'],
    ['null in a list that has none', '{ grid }', '{"grid":[[null]]}'],
    ['a type that does not stand there', '{ being { __typename } }', '{"being":{"__typename":"Cat"}}'],
    ['a type that is no name', '{ being { __typename } }', '{"being":{"__typename":1}}'],
    ['no type', '{ being { __typename } }', '{"being":{"__typename":null}}'],
  ])('is not: %s', (_what, query, text) => {
    expect(isSelected(query, text)).toBe(false)
  })

  test('is not one that is not there, whatever its scalar is', () => {
    const { root } = shapeOfOperation(schema, parse('{ born }'))
    expect(isAsSelected({ born: undefined }, root)).toBe(false)
    expect(isAsSelected(undefined, root)).toBe(false)
  })
})
