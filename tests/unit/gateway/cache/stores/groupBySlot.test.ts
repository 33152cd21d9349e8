import { describe, expect, test } from '@jest/globals'
import { groupBySlot } from '../../../../../gateway/cache/stores/groupBySlot.ts'

const group = (...keys: readonly string[]) => groupBySlot(keys, (key) => key)

describe('groupBySlot', () => {
  test('keeps together what has the same text between its first braces', () => {
    expect(group('{a}1', '{b}1', 'x{a}2', '{a}{b}3')).toEqual([['{a}1', 'x{a}2', '{a}{b}3'], ['{b}1']])
  })

  test('takes a key without such a text as it is', () => {
    expect(group('a', '{a}', '{}a', '{a', 'a}', '}{a}', 'a')).toEqual([
      ['a', '{a}', '}{a}', 'a'],
      ['{}a'],
      ['{a'],
      ['a}'],
    ])
  })

  test('has no groups of nothing', () => {
    expect(group()).toEqual([])
  })
})
