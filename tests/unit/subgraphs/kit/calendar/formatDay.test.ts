import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatDay } from '../../../../../subgraphs/kit/calendar/formatDay.ts'

describe('formatDay', () => {
  test('always writes a day of ten characters, in order', () => {
    const instant = fc.integer({ min: -8.64e15, max: 8.64e15 })
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(formatDay(a)).toMatch(/^\d{4}-\d\d-\d\d$/)
        expect(formatDay(Math.min(a, b)) <= formatDay(Math.max(a, b))).toBe(true)
      }),
    )
  })

  test('holds on to the first and the last of the four-digit years', () => {
    expect(formatDay(Date.parse('+010000-01-01T00:00:00Z'))).toBe('9999-12-31')
    expect(formatDay(Date.parse('-000001-01-01T00:00:00Z'))).toBe('0001-01-01')
  })
})
