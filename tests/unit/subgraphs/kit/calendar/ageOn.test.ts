import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { addMonths } from '../../../../../subgraphs/kit/calendar/addMonths.ts'
import { ageOn } from '../../../../../subgraphs/kit/calendar/ageOn.ts'
import { anyDay } from '../../../../support/anyDay.ts'

describe('ageOn', () => {
  test('grows on the birthday', () => {
    expect(ageOn('2007-11-15', '2025-11-14')).toBe(17)
    expect(ageOn('2007-11-15', '2025-11-15')).toBe(18)
    expect(ageOn('2007-11-15', '2007-11-15')).toBe(0)
  })

  test('is nothing before birth', () => {
    expect(ageOn('2007-11-15', '2007-11-14')).toBeNull()
  })

  test('grows on the first of March for who was born on a leap day, in a year without one', () => {
    expect(ageOn('2000-02-29', '2018-02-28')).toBe(17)
    expect(ageOn('2000-02-29', '2018-03-01')).toBe(18)
    expect(ageOn('2000-02-29', '2020-02-29')).toBe(20)
  })

  test('is the number of birthdays that have come', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40_000), (birthDate, days) => {
        const day = addDays(birthDate, days)
        const age = ageOn(birthDate, day) ?? -1
        // A birthday on a leap day is kept the day after where there is none.
        const turning = (years: number): string => {
          const birthday = addMonths(birthDate, years * 12)
          return birthday.slice(5) === birthDate.slice(5) ? birthday : addDays(birthday, 1)
        }
        expect(turning(age) <= day).toBe(true)
        expect(turning(age + 1) > day).toBe(true)
      }),
    )
  })
})
