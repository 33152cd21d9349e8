import { describe, expect, test } from '@jest/globals'
import type { GraphQLFormattedError } from 'graphql'
import { placeErrors } from '../../../../gateway/disclose/placeErrors.ts'

function gap(path?: readonly (string | number)[], agency = 'passport'): GraphQLFormattedError {
  const error = { message: 'no answer', extensions: { code: 'AGENCY_UNAVAILABLE', agency } }
  return path === undefined ? error : { ...error, path }
}

const data = { person: { papers: null, name: 'Maria', best: null }, people: [{ papers: [] }, null] }

describe('placeErrors', () => {
  test.each([
    [['person', 'papers']],
    [['person', 'best', 'papers']],
    [['people', 1]],
    [['people', 1, 'papers', 0, 'number']],
  ])('keeps the path to a null: %j', (path) => {
    expect(placeErrors(data, [gap(path)])).toEqual([gap(path)])
  })

  test.each([
    [['person', 'name']],
    [['person', 'hidden']],
    [['person', 'name', 'length']],
    [['people', 0, 'papers', 0]],
    [['people', 0, 'papers']],
    [['people', 7]],
    [['person', 'toString']],
    [[]],
  ])('takes away a path that leads to no null: %j', (path) => {
    expect(placeErrors(data, [gap(path)])).toEqual([gap()])
  })

  test('keeps every path when nothing was answered', () => {
    expect(placeErrors(null, [gap(['person', 'hidden'])])).toEqual([gap(['person', 'hidden'])])
    expect(placeErrors(undefined, [gap(['person'])])).toEqual([gap(['person'])])
  })

  test('tells the same once at each place', () => {
    const path = ['person', 'papers']
    const others = [gap(path, 'health'), gap(['person', 'best']), gap([...path, 'number'])]
    expect(placeErrors(data, [gap(path), gap(path), ...others, gap(path)])).toEqual([gap(path), ...others])
  })

  test('takes away a path that leads nowhere, also where nothing was answered', () => {
    expect(placeErrors(null, [gap([])])).toEqual([gap()])
  })

  test('keeps what never had a path', () => {
    expect(placeErrors(data, [gap(), gap()])).toEqual([gap(), gap()])
  })

  test("tells an agency's gaps that have no place once", () => {
    const hidden = [gap(['person', 'a']), gap(['person', 'b']), gap(['person', 'a'], 'health')]
    expect(placeErrors(data, hidden)).toEqual([gap(), gap(undefined, 'health')])
  })

  test('leaves them out where a gap with a place tells the same', () => {
    const placed = gap(['person', 'papers'])
    expect(placeErrors(data, [gap(['person', 'hidden']), placed])).toEqual([placed])
    const other = { ...gap(['person', 'hidden']), extensions: { code: 'AGENCY_ERROR', agency: 'passport' } }
    expect(placeErrors(data, [other, placed])).toHaveLength(2)
    const plain = { message: 'plain', path: ['person', 'hidden'] }
    expect(placeErrors(data, [plain, placed])).toEqual([{ message: 'plain' }, placed])
  })
})
