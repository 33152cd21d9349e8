import { describe, expect, it } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { LookupText } from '../../../../../gateway/execute/ask/LookupText.ts'
import { wordLookups } from '../../../../../gateway/execute/ask/wordLookups.ts'
import { shapeOfFetch } from '../../../../../gateway/execute/shape/shapeOfFetch.ts'
import { JsonText } from '../../../../../gateway/execute/text/JsonText.ts'
import { TextCursor } from '../../../../../gateway/execute/text/TextCursor.ts'
import { createPartReader } from '../../../../../gateway/execute/text/createPartReader.ts'

const query = 'query($id:ID!){person(id:$id){name}}'

// The text in which they travel together is never parsed here; see `compileLookupText` for real ones.
const lookup: LookupText = {
  at: 'person',
  key: ['id'],
  aliasOf: (index) => `alias${index}`,
  variableOf: (name, index) => `alias${index}_${name}`,
  textFor: (count) => `${count} times ${query}`,
}
const { write, partsOf, ownerOf, read } = wordLookups(query, lookup)
const shape = shapeOfFetch(buildSchema('type Query { person(id: ID!): Person } type Person { name: String }'), query)
const reader = createPartReader(shape, new Map([['person', new Map([['name', 'whole' as const]])]]))

/** The data that is read out of an answer to so many. */
function readData(text: string, count: number): unknown {
  const parts = Array.from({ length: count }, (_, index) => ({ id: String(index) }))
  return reader && read(new TextCursor(text), parts, reader)
}

describe('one lookup by a root field', () => {
  it('is asked and answered as it is', () => {
    expect(write([{ id: 'a' }], { on: 1 })).toEqual({ query, variables: { on: 1, id: 'a' } })
    expect(partsOf({ person: null }, 1)).toEqual([{ person: null }])
    expect(ownerOf(['person', 'name'], 1)).toEqual({ index: 0, place: ['person', 'name'] })
  })

  it('is read out of a whole answer without errors, and of no other', () => {
    expect(readData('{"data":{"person":{"name":"Ani"}}}', 1)).toEqual({ person: { name: new JsonText('"Ani"') } })
    expect(readData('{"data":{"person":{"name":"Ani"}},"extensions":{}}', 1)).toBeUndefined()
    expect(readData('{"data":null}', 1)).toBeUndefined()
  })
})

describe('several lookups by a root field', () => {
  it('are one text, with keys of their own and the other variables once', () => {
    expect(write([{ id: 'a' }, { id: 'b' }, { id: 'a' }], { on: 1 })).toEqual({
      query: `3 times ${query}`,
      variables: { on: 1, alias0_id: 'a', alias1_id: 'b', alias2_id: 'a' },
    })
  })

  it('have a key of several variables each', () => {
    const { write: writeBoth } = wordLookups(query, { ...lookup, key: ['id', 'number'] })
    const keys = ['a', 'b'].map((id, number) => ({ id, number }))
    expect(writeBoth(keys, {}).variables).toEqual({
      alias0_id: 'a',
      alias0_number: 0,
      alias1_id: 'b',
      alias1_number: 1,
    })
  })

  it('get each what stands under its alias, as if it had been alone', () => {
    expect(partsOf({ alias0: null, alias1: { name: 'b' }, more: 1 }, 2)).toEqual([
      { person: null },
      { person: { name: 'b' } },
    ])
  })

  it('are read out of a whole answer without errors, and of no other', () => {
    const data = { alias0: { name: new JsonText('"Ani"') }, alias1: null }
    expect(readData('{"data":{"alias0":{"name":"Ani"},"alias1":null}}', 2)).toEqual(data)
    expect(readData('{"data":{"alias0":null}}', 2)).toBeUndefined()
    expect(readData('{"data":{"alias1":null,"alias0":null}}', 2)).toBeUndefined()
    expect(readData('{"data":{"alias0":null,"alias1":null,"alias2":null}}', 2)).toBeUndefined()
    expect(readData('{"data":{"alias0":null,"alias1":1}}', 2)).toBeUndefined()
  })

  it.each([
    ['one of two', { alias0: { name: 'a' } }],
    ['none', {}],
    ['none that is its own', Object.create({ alias0: null, alias1: null }) as Record<string, unknown>],
  ])('are not answered by a place for %s', (_what, data) => {
    expect(partsOf(data, 2)).toBeUndefined()
  })

  it('own the errors under their aliases', () => {
    expect(ownerOf(['alias1', 'papers', 0], 2)).toEqual({ index: 1, place: ['person', 'papers', 0] })
  })

  it.each([
    ['at no place', []],
    ['at an alias that nobody has', ['alias2']],
    ['at a number', [0]],
    ['at the field itself', ['person']],
  ])('do not own an error %s', (_what, path) => {
    expect(ownerOf(path, 2)).toBeUndefined()
  })
})
