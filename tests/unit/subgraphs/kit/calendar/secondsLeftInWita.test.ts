import { describe, expect, test } from '@jest/globals'
import { secondsLeftInWita } from '../../../../../subgraphs/kit/calendar/secondsLeftInWita.ts'

describe('the seconds left of a day in Central Indonesian Time', () => {
  test.each([
    ['2026-11-24T00:00:00+08:00', 86_400],
    ['2026-11-24T12:00:00+08:00', 43_200],
    ['2026-11-24T23:59:59+08:00', 1],
    ['2026-11-24T23:59:59.500+08:00', 0],
    ['2026-11-24T16:00:00Z', 86_400],
  ])('at %s are %i', (instant, seconds) => {
    expect(secondsLeftInWita(Date.parse(instant))).toBe(seconds)
  })
})
