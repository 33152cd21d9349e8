import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import type { Place } from '../../../../gateway/disclose/Place.ts'
import { createProjection } from '../../../../gateway/execute/createProjection.ts'
import { explainMissing } from '../../../../gateway/execute/explainMissing.ts'
import { shapeOfOperation } from '../../../../gateway/execute/shape/shapeOfOperation.ts'

const schema = buildSchema(`
  type Query { int: Int list: [A] being: Being }
  interface Being { id: ID name1: String! }
  type A implements Being { id: ID name1: String! x: Int }
  type B implements Being { id: ID name1: String! }
`)

const gapOf = (agency: string, ...place: Place): Gap => ({ code: 'AGENCY_UNAVAILABLE', details: { agency }, place })

function explain(place: Place, gaps: readonly Gap[], told: readonly Gap[] = gaps): readonly Gap[] {
  return explainMissing([place], { gaps, told })
}

describe('what is missing', () => {
  const place: Place = ['list', 1, 'name']

  it.each<readonly [string, readonly Gap[], readonly Gap[]]>([
    ['the reason of a gap above it', [gapOf('one', 'list')], [gapOf('one', ...place)]],
    [
      'every reason of it',
      [gapOf('one', 'list'), gapOf('two', 'list')],
      [gapOf('one', ...place), gapOf('two', ...place)],
    ],
    ['the nearest', [gapOf('one', 'list'), gapOf('two', 'list', 1)], [gapOf('two', ...place)]],
    ['that of its object’s type', [gapOf('one', 'list', 1, '__typename')], [gapOf('one', ...place)]],
    ['none of the root’s type', [gapOf('one', '__typename')], []],
    ['none of another entry', [gapOf('one', 'list', 0), gapOf('one', 'list', 11)], []],
    ['none of what is missing beside it', [gapOf('one', 'list', 1, 'weight')], []],
    ['none without a place', [{ code: 'AGENCY_ERROR', details: {} }], []],
    ['none where there is no gap', [], []],
  ])('has %s', (_what, gaps, expected) => {
    expect(explain(place, gaps)).toEqual(expected)
  })

  it.each([
    ['at it', place],
    ['below it', [...place, 'first']],
  ])('is not told of again where a gap %s is told', (_what, at) => {
    const above = gapOf('one', 'list')
    expect(explain(place, [above], [gapOf('two', ...at)])).toEqual([])
    expect(explain(place, [above], [gapOf('one', 'list', 0, 'name')])).toEqual([gapOf('one', ...place)])
  })
})

describe('what nobody answered of an object', () => {
  function missingIn(query: string, data: Readonly<Record<string, unknown>>): readonly string[] {
    const clientKeys = new Map([['own_x', 'x']])
    const { missing } = createProjection(shapeOfOperation(schema, parse(query)).root, { schema, clientKeys })(data)
    return missing.map((place) => place.join('.'))
  }

  it('is what is not there, and may be null, under the keys of the gathered data', () => {
    const rows = [{ id: '1', own_x: 1 }, { id: '1' }, { id: '1', own_x: null }, { id: '1', own_x: undefined }]
    expect(missingIn('{ int list { id own_x: x } }', { list: rows })).toEqual(['int', 'list.1.own_x', 'list.3.own_x'])
    expect(missingIn('{ list { name1 } }', { list: [{}] })).toEqual([])
  })

  it('is an object’s type, where more is selected of one', () => {
    const data = { being: { id: '1' } }
    expect(missingIn('{ being { id ... on A { x } } }', data)).toEqual(['being.__typename'])
    expect(missingIn('{ being { id ... on A { id } } }', data)).toEqual([])
    expect(missingIn('{ being { id ... on A { x } } }', { being: { id: '1', __typename: 'B' } })).toEqual([])
  })
})
