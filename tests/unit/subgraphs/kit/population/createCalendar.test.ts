import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCalendar } from '../../../../../subgraphs/kit/population/createCalendar.ts'

describe('a calendar around a day', () => {
  test('counts days forth and back', () => {
    const calendar = createCalendar('2026-11-24')
    expect([-24, -1, 0, 7].map(calendar.day)).toEqual(['2026-10-31', '2026-11-23', '2026-11-24', '2026-12-01'])
  })

  test('goes back to Friday from a weekend, and leaves other days as they are', () => {
    const calendar = createCalendar('2026-11-24') // A Tuesday.
    expect([-1, -2, -3, -4].map(calendar.workingDay)).toEqual(['2026-11-23', '2026-11-20', '2026-11-20', '2026-11-20'])
  })

  test('has a working day no later and at most two days earlier, wherever it stands', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (around, offset) => {
        const calendar = createCalendar(around.toISOString().slice(0, 10))
        const working = Date.parse(calendar.workingDay(offset))
        const back = (Date.parse(calendar.day(offset)) - working) / 86_400_000
        expect([0, 1, 2]).toContain(back)
        expect([0, 6]).not.toContain(new Date(working).getUTCDay())
      }),
    )
  })
})
