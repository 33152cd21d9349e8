import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const days = fc.integer({ min: -20_000, max: 20_000 })

describe('addDays', () => {
  test('knows months, leap years and the turn of the year', () => {
    expect(addDays('2026-11-24', 7)).toBe('2026-12-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  test('goes back as far as it went', () => {
    fc.assert(fc.property(anyDay, days, (day, count) => addDays(addDays(day, count), -count) === day))
  })

  test('adds up', () => {
    fc.assert(fc.property(anyDay, days, days, (day, a, b) => addDays(addDays(day, a), b) === addDays(day, a + b)))
  })

  test('keeps the order of days, and leaves each where it is for 0', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20_000 }), (day, count) => {
        expect(addDays(day, 0)).toBe(day)
        expect(addDays(day, count) > day).toBe(true)
        expect(addDays(day, -count) < day).toBe(true)
      }),
    )
  })

  test('stops at the last day that four digits can write', () => {
    expect(addDays('9999-12-30', 5)).toBe('9999-12-31')
  })
})
