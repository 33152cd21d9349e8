import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import { wordEntities } from '../../../../../gateway/execute/ask/wordEntities.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { TextCursor } from '../../../../../gateway/execute/text/TextCursor.ts'
import { createPartReader } from '../../../../../gateway/execute/text/createPartReader.ts'

const query = 'query($representations:[_Any!]!){_entities(representations:$representations){...on Person{name}}}'
const { write, partsOf, ownerOf, read } = wordEntities(query)
const shape = shapeOfFetch(buildSchema('type Query { a: Int } type Person { name: String }'), query)
const reader = createPartReader(shape, new Map([['name', 'whole' as const]]))
const people = ['a', 'b'].map((id) => ({ __typename: 'Person', id }))

describe('entities of one call', () => {
  it('are named in one list, beside the other variables', () => {
    expect(write(people, { on: '2026-01-01' })).toEqual({
      query,
      variables: { on: '2026-01-01', representations: people },
    })
  })

  it.each([
    ['', '{"data":{"_entities":[{"name":"Ani"},null]}}'],
    [', though a line break ends it', '{"data":{"_entities":[{"name":"Ani"},null]}}\n'],
  ])('are read out of a whole answer without errors%s', (_how, text) => {
    expect(reader && read(new TextCursor(text), people, reader)).toEqual({
      _entities: [{ name: new JsonText('"Ani"') }, null],
    })
  })

  it.each([
    '{"data":{"_entities":[{"name":"Ani"}]}}',
    '{"data":{"_entities":[{"name":"Ani"},null,null]}}',
    '{"data":{"_entities":[{"name":"Ani"},null]},"errors":[{"message":"no"}]}',
    '{"errors":[{"message":"no"}],"data":{"_entities":[{"name":"Ani"},null]}}',
    '{"data":{"_entities":[{"name":1},null]}}',
    '{"data":{"_entities":[{"name":"Ani"},null]}}\n\n',
    '{"data":{"_entities":[{"name":"Ani"},null]}}}',
    '{"data":{"_entities":null}}',
    '{"data":null}',
    '',
  ])('are not read out of anything else: %s', (text) => {
    expect(reader && read(new TextCursor(text), people, reader)).toBeUndefined()
  })

  it('are answered in one list', () => {
    expect(partsOf({ _entities: [{ name: 'a' }, null] }, 2)).toEqual([{ name: 'a' }, null])
  })

  it.each([
    ['fewer', { _entities: [null] }],
    ['more', { _entities: [null, null, null] }],
    ['none', { _entities: null }],
    ['something else', { people: [null, null] }],
  ])('are not answered by %s', (_what, data) => {
    expect(partsOf(data, 2)).toBeUndefined()
  })

  it('own the errors at their places', () => {
    expect(ownerOf(['_entities', 1, 'papers', 0, 'number'], 2)).toEqual({ index: 1, place: ['papers', 0, 'number'] })
  })

  it.each([
    ['at all of them', ['_entities']],
    ['at none of any', ['_entities', 2]],
    ['before the first', ['_entities', -1]],
    ['at a position that is no number', ['_entities', 'name']],
    ['at something else', ['people', 0]],
    ['at no place', []],
  ])('do not own an error %s', (_what, path) => {
    expect(ownerOf(path, 2)).toBeUndefined()
  })
})
