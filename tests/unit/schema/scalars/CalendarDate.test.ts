import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CalendarDate } from '../../../../schema/scalars/CalendarDate.ts'

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))

function accepts(text: string): boolean {
  try {
    return CalendarDate.parseValue(text) === text
  } catch {
    return false
  }
}

const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })

describe('the scalar Date', () => {
  test('is called Date', () => {
    expect(CalendarDate.name).toBe('Date')
  })

  test('accepts every day of the calendar as it is', () => {
    fc.assert(fc.property(anyDay, (day) => CalendarDate.parseValue(day) === day && CalendarDate.serialize(day) === day))
  })

  test('accepts a day exactly when the calendar has it', () => {
    const part = fc.integer({ min: 0, max: 35 }).map((number) => String(number).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part, part, (year, month, date) => {
        const text = `${year}-${month}-${date}`
        const parsed = new Date(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
        expect(accepts(text)).toBe(exists)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    '2023-02-29',
    '2026-04-31',
    '2026-11-24T00:00:00Z',
    '2026-1-1',
    '24-11-2026',
    '20261124',
    '0000-01-01',
    '+02026-11-24',
    ' 2026-11-24',
    '2026-11-24\n',
    '',
  ])('refuses %j', (text) => {
    expect(() => CalendarDate.parseValue(text)).toThrow(refusal)
  })

  test('refuses an instant, which would be another day elsewhere', () => {
    expect(() => CalendarDate.serialize(new Date('2026-11-24T00:00:00Z'))).toThrow(
      'A record holds a value that is no Date.',
    )
    expect(() => CalendarDate.parseValue(1_795_000_000_000)).toThrow(refusal)
  })
})
