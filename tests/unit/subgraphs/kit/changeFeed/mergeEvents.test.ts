import { describe, expect, test } from '@jest/globals'
import { mergeEvents } from '../../../../../subgraphs/kit/changeFeed/mergeEvents.ts'

describe('changes without repetition', () => {
  test('stand where each was mentioned last', () => {
    const of = (id: string, nik: string) => ({ id, type: 'Applicant', key: { nik } })
    expect(mergeEvents([of('1', 'a'), of('2', 'b'), of('3', 'a'), of('4', 'c')]).map(({ id }) => id)).toEqual([
      '2',
      '3',
      '4',
    ])
  })

  test('are the same whatever the order of their key fields, and only with the same type', () => {
    const events = [
      { id: '1', type: 'A', key: { x: '1', y: '2' } },
      { id: '2', type: 'A', key: { y: '2', x: '1' } },
      { id: '3', type: 'B', key: { x: '1', y: '2' } },
      { id: '4', type: 'A', key: null },
      { id: '5', type: null, key: null },
      { id: '6', type: null, key: null },
    ]
    expect(mergeEvents(events).map(({ id }) => id)).toEqual(['2', '3', '4', '6'])
    expect(mergeEvents([])).toEqual([])
  })
})
