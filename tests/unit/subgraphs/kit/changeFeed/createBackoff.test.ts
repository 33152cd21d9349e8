import { describe, expect, test } from '@jest/globals'
import { createBackoff } from '../../../../../subgraphs/kit/changeFeed/createBackoff.ts'

const times = (count: number, next: () => number): readonly number[] => Array.from({ length: count }, () => next())

describe('the time between attempts', () => {
  test('doubles up to five seconds', () => {
    const { next } = createBackoff(() => 0)
    expect(times(8, next)).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000])
  })

  test('is up to a half shorter by chance', () => {
    expect(times(7, createBackoff(() => 1).next)).toEqual([50, 100, 200, 400, 800, 1_600, 2_500])
  })

  test('begins anew after a success', () => {
    const backoff = createBackoff(() => 0)
    times(5, backoff.next)
    backoff.reset()
    expect(backoff.next()).toBe(100)
  })

  test('keeps to its limit however often it is asked', () => {
    expect(times(2_000, createBackoff(() => 0).next).at(-1)).toBe(5_000)
  })
})
