import { describe, expect, it } from '@jest/globals'
import { buildSchema, parse } from 'graphql'
import type { Gap } from '../../../../gateway/disclose/Gap.ts'
import type { Place } from '../../../../gateway/disclose/Place.ts'
import type { LostGap } from '../../../../gateway/execute/LostGap.ts'
import { createProjection } from '../../../../gateway/execute/createProjection.ts'
import { shapeAtPlace } from '../../../../gateway/execute/shape/shapeAtPlace.ts'
import { shapeOfOperation } from '../../../../gateway/execute/shape/shapeOfOperation.ts'
import { tellGaps } from '../../../../gateway/execute/tellGaps.ts'

const schema = buildSchema(`
  type Query { int: Int list: [A] being: Being }
  interface Being { id: ID name: String }
  type A implements Being { id: ID name: String x: Int strict: Int! near: A }
  type B implements Being { id: ID name: String }
`)

const gapOf = (agency: string, ...place: Place): Gap => ({ code: 'AGENCY_UNAVAILABLE', details: { agency }, place })

/** The gap of an agency that was asked for this. */
function lostOf(agency: string, query: string, ...place: Place): LostGap {
  const lost = shapeAtPlace(shapeOfOperation(schema, parse(query)).root, place)
  return { ...gapOf(agency, ...place), lost }
}

describe('what is missing', () => {
  const place: Place = ['list', 1, 'name']
  const name = lostOf('one', '{ list { name } }', 'list')
  const other = lostOf('two', '{ list { x } }', 'list')
  const nearer = lostOf('three', '{ list { id } }', 'list', 1)

  it.each<readonly [string, readonly LostGap[], readonly Gap[]]>([
    ['by who was asked for it', [name, other], [gapOf('one', ...place), gapOf('two', 'list')]],
    [
      'by all of them',
      [name, lostOf('two', '{ list { name } }', 'list', 1)],
      [gapOf('one', ...place), gapOf('two', ...place)],
    ],
    [
      'by who was asked for it, if another is nearer',
      [name, nearer],
      [gapOf('one', ...place), gapOf('three', 'list', 1)],
    ],
    [
      'by whoever is nearest, where nobody was asked for it',
      [other, nearer],
      [gapOf('two', 'list'), gapOf('three', ...place)],
    ],
    ['by all who are nearest', [other, gapOf('four', 'list')], [gapOf('two', ...place), gapOf('four', ...place)]],
    ['by who did not say the type of its object', [gapOf('one', 'list', 1, '__typename')], [gapOf('one', ...place)]],
  ])('is told %s', (_how, gaps, expected) => {
    expect(tellGaps(gaps, [place])).toMatchObject(expected)
  })

  it.each<readonly [string, readonly Gap[]]>([
    ['at the root’s type', [gapOf('one', '__typename')]],
    ['in another entry', [gapOf('one', 'list', 0), gapOf('one', 'list', 11)]],
    ['beside it', [gapOf('one', 'list', 1, 'x')]],
    ['without a place', [{ code: 'AGENCY_ERROR', details: {} }]],
  ])('is no gap for one %s', (_where, gaps) => {
    expect(tellGaps(gaps, [place])).toEqual(gaps)
    expect(tellGaps([], [place])).toEqual([])
  })

  it('is told where all of it is, in the order of the gaps', () => {
    const missing: readonly Place[] = [
      ['list', 0, 'name'],
      ['list', 1, 'x'],
      ['list', 2, 'name'],
    ]
    const [first, second] = [gapOf('five', 'int'), gapOf('six', 'being')]
    expect(tellGaps([first, name, second, other], missing)).toMatchObject([
      first,
      gapOf('one', 'list', 0, 'name'),
      gapOf('one', 'list', 2, 'name'),
      second,
      gapOf('two', 'list', 1, 'x'),
    ])
  })
})

describe('what nobody answered of an object', () => {
  function missingIn(query: string, data: Readonly<Record<string, unknown>>): readonly string[] {
    const clientKeys = new Map([['own_x', 'x']])
    const { missing } = createProjection(shapeOfOperation(schema, parse(query)).root, { schema, clientKeys })(data)
    return missing.map((place) => place.join('.'))
  }

  it('is what is not there, under the keys of the gathered data', () => {
    const rows = [{ id: '1', own_x: 1 }, { id: '1' }, { id: '1', own_x: null }, { id: '1', own_x: undefined }]
    expect(missingIn('{ int list { id own_x: x } }', { list: rows })).toEqual(['int', 'list.1.own_x', 'list.3.own_x'])
  })

  it('is what may not be null as well, with which the object goes', () => {
    const near = { near: { id: '1' } }
    expect(missingIn('{ list { near { id strict name } } }', { list: [near] })).toEqual(['list.0.near.strict'])
  })

  it('is an object’s type, where more is selected of one', () => {
    const data = { being: { id: '1' } }
    expect(missingIn('{ being { id ... on A { x } } }', data)).toEqual(['being.__typename'])
    expect(missingIn('{ being { id ... on A { id } } }', data)).toEqual([])
    expect(missingIn('{ being { id ... on A { x } } }', { being: { id: '1', __typename: 'B' } })).toEqual([])
  })
})
