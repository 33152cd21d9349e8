import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isCertificateValid } from '../../../../../subgraphs/health/rules/isCertificateValid.ts'
import { addDays } from '../../../../../subgraphs/kit/calendar/addDays.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const certificate = { examinedAt: '2026-11-04', expiresAt: '2027-02-03', voidedAt: null }

describe('a health certificate', () => {
  test.each([
    ['2026-11-03', false],
    ['2026-11-04', true],
    ['2027-02-03', true],
    ['2027-02-04', false],
  ])('of 2026-11-04 holds on %s: %p', (day, expected) => {
    expect(isCertificateValid(certificate, day)).toBe(expected)
  })

  test('that became void holds on no day, so that no day tells when it did', () => {
    const voided = { ...certificate, voidedAt: '2026-12-01' }
    for (const day of ['2026-11-04', '2026-11-30', '2026-12-01']) expect(isCertificateValid(voided, day)).toBe(false)
  })

  test('holds on every day of its term and on no other, or, when it is void, on none', () => {
    const certificates = fc.record({ examinedAt: anyDay, length: fc.nat(92), voided: fc.option(fc.nat(92)) })
    fc.assert(
      fc.property(certificates, fc.integer({ min: -90, max: 200 }), ({ examinedAt, length, voided }, offset) => {
        const terms = {
          examinedAt,
          expiresAt: addDays(examinedAt, length),
          voidedAt: voided === null ? null : addDays(examinedAt, voided),
        }
        const expected = offset >= 0 && offset <= length && voided === null
        expect(isCertificateValid(terms, addDays(examinedAt, offset))).toBe(expected)
      }),
    )
  })
})
