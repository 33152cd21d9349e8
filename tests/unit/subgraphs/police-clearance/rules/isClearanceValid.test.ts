import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { isClearanceValid } from '../../../../../subgraphs/police-clearance/rules/isClearanceValid.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const clearance = { issuedAt: '2026-11-13', expiresAt: '2027-05-12', status: 'ISSUED' }

describe('a police clearance', () => {
  test.each([
    ['2026-11-12', false],
    ['2026-11-13', true],
    ['2027-05-12', true],
    ['2027-05-13', false],
  ])('that was issued on 2026-11-13 for six months is valid on %s: %p', (day, expected) => {
    expect(isClearanceValid(clearance, day)).toBe(expected)
  })

  test.each(['NOT_ISSUED', 'REVOKED'])('that is %s is valid on no day', (status) => {
    fc.assert(fc.property(anyDay, (day) => !isClearanceValid({ ...clearance, status }, day)))
  })

  test('is valid on every day of its term and on no other', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(200), fc.integer({ min: -200, max: 400 }), (issuedAt, length, offset) => {
        const terms = { issuedAt, expiresAt: addDays(issuedAt, length), status: 'ISSUED' }
        expect(isClearanceValid(terms, addDays(issuedAt, offset))).toBe(offset >= 0 && offset <= length)
      }),
    )
  })
})
