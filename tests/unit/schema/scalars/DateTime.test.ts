import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { DateTime } from '../../../../schema/scalars/DateTime.ts'

const anyInstant = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString())

describe('the scalar DateTime', () => {
  test('accepts every instant as it is', () => {
    fc.assert(
      fc.property(anyInstant, (text) => DateTime.parseValue(text) === text && DateTime.serialize(text) === text),
    )
  })

  test.each([
    '2026-11-24T04:00:00Z',
    '2026-11-24T04:00:00.123456Z',
    '2026-11-24T12:00:00+08:00',
    '2026-11-24T04:00:00-00:30',
  ])('accepts %s to the last digit', (text) => {
    expect(DateTime.parseValue(text)).toBe(text)
  })

  test.each([
    '2026-11-24',
    '2026-11-24T04:00:00',
    '2026-11-24 04:00:00Z',
    '2026-11-24T04:00Z',
    '2026-02-30T04:00:00Z',
    '2026-11-24T25:00:00Z',
    '2026-11-24T04:00:00+25:00',
    '0000-01-01T00:00:00Z',
    '',
  ])('refuses %j', (text) => {
    const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })
    expect(() => DateTime.parseValue(text)).toThrow(refusal)
  })
})
