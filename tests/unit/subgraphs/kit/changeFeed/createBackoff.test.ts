import { describe, expect, test } from '@jest/globals'
import { createBackoff } from '../../../../../subgraphs/kit/changeFeed/createBackoff.ts'

const times = (count: number, next: () => number): readonly number[] => Array.from({ length: count }, () => next())

describe('the time between attempts', () => {
  test('doubles up to three quarters of a second, so that a gateway that comes back is told within one', () => {
    const { next } = createBackoff(() => 0)
    expect(times(6, next)).toEqual([100, 200, 400, 750, 750, 750])
  })

  test('is up to a half shorter by chance', () => {
    expect(times(5, createBackoff(() => 1).next)).toEqual([50, 100, 200, 375, 375])
  })

  test('begins anew after a success', () => {
    const backoff = createBackoff(() => 0)
    times(5, backoff.next)
    backoff.reset()
    expect(backoff.next()).toBe(100)
  })

  test('keeps to its limit however often it is asked', () => {
    expect(times(2_000, createBackoff(() => 0).next).at(-1)).toBe(750)
  })
})
