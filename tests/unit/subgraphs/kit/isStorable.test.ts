import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isStorable } from '../../../../subgraphs/kit/isStorable.ts'

describe('what can be stored', () => {
  test('is every text of whole characters without a NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isStorable(text)).toBe(!text.includes('\0'))
      }),
    )
  })

  test('is no text with half of a surrogate pair in it', () => {
    const half = fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit))
    fc.assert(
      fc.property(fc.string(), half, fc.string(), (before, one, after) => {
        expect(isStorable(before + one + after)).toBe(false)
      }),
    )
  })

  test.each([
    [null, true],
    [undefined, true],
    [7, true],
    [false, true],
    [['fine', { inside: ['fine', null] }], true],
    [['fine', { inside: ['\0'] }], false],
  ])('looks into %j', (value, expected) => {
    expect(isStorable(value)).toBe(expected)
  })
})
