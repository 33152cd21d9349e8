import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createInstantWriter } from '../../../platform/createInstantWriter.ts'

describe('an instant', () => {
  it('is written as RFC 3339 has it, whatever was written before', () => {
    const write = createInstantWriter()
    const instant = fc.oneof(fc.constantFrom(0, 1_700_000_000_000), fc.date({ noInvalidDate: true }).map(Number))
    fc.assert(
      fc.property(fc.array(instant), (instants) => {
        expect(instants.map(write)).toEqual(instants.map((one) => new Date(one).toISOString()))
      }),
    )
  })

  it('that there is none of is refused each time', () => {
    const write = createInstantWriter()
    expect(write(0)).toBe('1970-01-01T00:00:00.000Z')
    for (const instant of [NaN, NaN, Infinity, Infinity]) expect(() => write(instant)).toThrow(RangeError)
    expect(write(0)).toBe('1970-01-01T00:00:00.000Z')
  })
})
