import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { addMonths } from '../../../../../subgraphs/kit/calendar/addMonths.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const months = fc.integer({ min: -600, max: 600 })

describe('addMonths', () => {
  test('gives the same day of another month', () => {
    expect(addMonths('2026-11-24', 3)).toBe('2027-02-24')
    expect(addMonths('2026-11-24', -11)).toBe('2025-12-24')
    expect(addMonths('2026-11-24', 0)).toBe('2026-11-24')
    expect(addMonths('0050-06-15', 1)).toBe('0050-07-15')
  })

  test('gives the last day of a month that is too short', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29')
    expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })

  test('moves by exactly that many months of the calendar', () => {
    const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
    fc.assert(
      fc.property(anyDay, months, (day, count) => {
        const moved = addMonths(day, count)
        expect(monthOf(moved) - monthOf(day)).toBe(count)
        // The same day, or else the month has no such day and this is its last.
        expect(moved.slice(8) === day.slice(8) || addDays(moved, 1).endsWith('-01')).toBe(true)
        expect(moved.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })

  test('keeps the order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, months, (a, b, count) => {
        const [first = '', last = ''] = [a, b].toSorted()
        expect(addMonths(first, count) <= addMonths(last, count)).toBe(true)
      }),
    )
  })
})
