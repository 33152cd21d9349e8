import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { isPassportValid } from '../../../../../subgraphs/passport/rules/isPassportValid.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const passport = { issuedAt: '2026-11-12', expiresAt: '2031-11-11', status: 'IN_FORCE' }

describe('a passport', () => {
  test.each([
    ['2026-11-11', false],
    ['2026-11-12', true],
    ['2031-11-11', true],
    ['2031-11-12', false],
  ])('that is in force from 2026-11-12 to 2031-11-11 is valid on %s: %p', (day, expected) => {
    expect(isPassportValid(passport, day)).toBe(expected)
  })

  test.each(['LOST', 'DAMAGED', 'REVOKED'])('that is %s is valid on no day', (status) => {
    fc.assert(fc.property(anyDay, (day) => !isPassportValid({ ...passport, status }, day)))
  })

  test('is valid on every day of its term and on no other', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), fc.integer({ min: -2000, max: 6000 }), (issuedAt, length, offset) => {
        const expiresAt = addDays(issuedAt, length)
        const valid = isPassportValid({ issuedAt, expiresAt, status: 'IN_FORCE' }, addDays(issuedAt, offset))
        expect(valid).toBe(offset >= 0 && offset <= length)
      }),
    )
  })
})
