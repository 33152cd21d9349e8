import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { coversEveryDay } from '../../../../../subgraphs/insurance/rules/coversEveryDay.ts'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'

const before = { startsAt: '2026-11-13', endsAt: '2026-12-23', paidAt: '2026-11-13' }
const during = { startsAt: '2026-12-24', endsAt: '2029-01-23', paidAt: '2026-11-20' }

const origin = '2026-01-01'
const offset = fc.integer({ min: 0, max: 40 })
const term = fc.record({ start: offset, length: fc.integer({ min: 0, max: 15 }), isPaid: fc.boolean() })

describe('cover', () => {
  test('reaches over terms that join without a gap', () => {
    expect(coversEveryDay([before, during], { from: '2026-11-13', to: '2029-01-23' })).toBe(true)
    expect(coversEveryDay([during, before], { from: '2026-12-23', to: '2026-12-24' })).toBe(true)
  })

  test('ends with a gap of one day', () => {
    const later = { ...during, startsAt: '2026-12-25' }
    expect(coversEveryDay([before, later], { from: '2026-11-13', to: '2029-01-23' })).toBe(false)
    expect(coversEveryDay([before, later], { from: '2026-12-25', to: '2029-01-23' })).toBe(true)
  })

  test('begins with the first day and ends with the last', () => {
    expect(coversEveryDay([before], { from: '2026-11-12', to: '2026-12-01' })).toBe(false)
    expect(coversEveryDay([before], { from: '2026-12-01', to: '2026-12-24' })).toBe(false)
    expect(coversEveryDay([before], { from: '2026-12-23', to: '2026-12-23' })).toBe(true)
  })

  test('is none where nothing is paid', () => {
    expect(coversEveryDay([before, { ...during, paidAt: null }], { from: '2026-11-13', to: '2029-01-23' })).toBe(false)
    expect(coversEveryDay([], { from: '2026-11-13', to: '2026-11-13' })).toBe(false)
  })

  test('is none of a range that ends before it begins', () => {
    expect(coversEveryDay([before], { from: '2026-12-01', to: '2026-11-30' })).toBe(false)
  })

  test('is there exactly when each day by itself lies in a paid term', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 6 }), offset, fc.integer({ min: 0, max: 30 }), (given, from, length) => {
        const terms = given.map(({ start, length: days, isPaid }) => ({
          startsAt: addDays(origin, start),
          endsAt: addDays(origin, start + days),
          paidAt: isPaid ? origin : null,
        }))
        const days = Array.from({ length: length + 1 }, (_, day) => addDays(origin, from + day))
        const dayByDay = days.every((day) =>
          terms.some(({ startsAt, endsAt, paidAt }) => paidAt !== null && startsAt <= day && day <= endsAt),
        )
        expect(coversEveryDay(terms, { from: addDays(origin, from), to: addDays(origin, from + length) })).toBe(
          dayByDay,
        )
      }),
      { numRuns: 2000 },
    )
  })
})
