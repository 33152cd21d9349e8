import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readDeadlineHeader } from '../../../platform/readDeadlineHeader.ts'

const limit = 10_000

describe('the deadline header', () => {
  test('counts in whole milliseconds, from 1 to what the reader allows', () => {
    expect(readDeadlineHeader('1500', limit)).toBe(1500)
    expect(readDeadlineHeader('0', limit)).toBe(1)
    expect(readDeadlineHeader('20000', limit)).toBe(limit)
  })

  test.each([undefined, '', '-5', '1.5', '1e3', ' 100', '100ms', '0x10', '9999999999'])(
    'leaves the limit as it is where it says %p',
    (value) => {
      expect(readDeadlineHeader(value, limit)).toBe(limit)
    },
  )

  test('that comes twice leaves the limit as it is', () => {
    expect(readDeadlineHeader(['100', '200'], limit)).toBe(limit)
  })

  test('never gives more than the limit or less than a millisecond, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.nat().map(String)), fc.integer({ min: 1, max: 60_000 }), (value, most) => {
        const milliseconds = readDeadlineHeader(value, most)
        expect(milliseconds).toBeGreaterThanOrEqual(1)
        expect(milliseconds).toBeLessThanOrEqual(most)
      }),
    )
  })
})
