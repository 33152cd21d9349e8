import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { writeInstant } from '../../../platform/writeInstant.ts'

describe('an instant', () => {
  it('is written as RFC 3339 has it, whatever was written before', () => {
    const ofTwoDays = fc.nat(2 * 86_400_000).map((later) => 1_700_000_000_000 + later)
    const instant = fc.oneof(fc.constantFrom(0, -1), ofTwoDays, fc.date({ noInvalidDate: true }).map(Number))
    fc.assert(
      fc.property(fc.array(instant), (instants) => {
        expect(instants.map(writeInstant)).toEqual(instants.map((one) => new Date(one).toISOString()))
      }),
    )
  })

  it('that there is none of is refused each time', () => {
    expect(writeInstant(0)).toBe('1970-01-01T00:00:00.000Z')
    for (const instant of [NaN, NaN, Infinity, Infinity]) expect(() => writeInstant(instant)).toThrow(RangeError)
    expect(writeInstant(0)).toBe('1970-01-01T00:00:00.000Z')
  })
})
