import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { todayInWita } from '../../../../../subgraphs/kit/calendar/todayInWita.ts'

describe('todayInWita', () => {
  test('begins a day at 16:00 UTC of the day before', () => {
    expect(todayInWita(Date.parse('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
    expect(todayInWita(Date.parse('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
  })

  test('is what a clock on the wall in Kupang shows', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar', dateStyle: 'short' })
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2100-01-01') }), (instant) => {
        expect(todayInWita(instant)).toBe(wall.format(instant))
      }),
    )
  })
})
