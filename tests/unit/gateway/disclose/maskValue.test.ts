import { describe, expect, it } from '@jest/globals'
import { assert, property, string } from 'fast-check'
import { maskValue } from '../../../../gateway/disclose/maskValue.ts'

describe('a masked value', () => {
  it.each([
    ['X9000001', '****0001'],
    ['12345', '***45'],
    ['1', '*'],
    ['', ''],
    ['ab😀cd', '***cd'],
  ])('shows of %j the last characters, and never more than half', (value, shown) => {
    expect(maskValue(value, 'LAST4')).toBe(shown)
  })

  it.each([
    ['Maria Kaka Bili', 'M. K. B.'],
    ['  Yohanes   Ola ', 'Y. O.'],
    ['Siti', 'S.'],
    ['', ''],
  ])('shows of %j the first letters', (value, shown) => {
    expect(maskValue(value, 'INITIALS')).toBe(shown)
  })

  it.each([
    ['1999-05-12', '1999-01-01'],
    ['1999-05-12T08:00:00.000Z', '1999-01-01T00:00:00.000Z'],
    ['12 May 1999', null],
    ['', null],
  ])('shows of %j the year', (value, shown) => {
    expect(maskValue(value, 'YEAR_ONLY')).toBe(shown)
  })

  it.each([5, true, ['a'], { a: 1 }])('is nothing of %j, which is no text', (value) => {
    expect(maskValue(value, 'LAST4')).toBeNull()
  })

  it('holds at most four characters of any text', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 8 }), (text) => {
        const masked = maskValue(text, 'LAST4') ?? ''
        const characters = Array.from(text)
        expect(Array.from(masked).slice(0, -4)).toEqual(characters.slice(0, -4).map(() => '*'))
      }),
    )
  })
})
