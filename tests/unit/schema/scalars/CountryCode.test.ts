import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CountryCode } from '../../../../schema/scalars/CountryCode.ts'

describe('the scalar CountryCode', () => {
  test.each(['MY', 'SG', 'HK', 'TW', 'ID', 'SA', 'SB'])('accepts %s', (code) => {
    expect(CountryCode.parseValue(code)).toBe(code)
  })

  test.each(['', 'my', 'My', 'ZZ', 'UK', 'MYS', ' MY', 'MY\n', 'M', '62'])('refuses %j', (text) => {
    const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })
    expect(() => CountryCode.parseValue(text)).toThrow(refusal)
  })

  test('accepts nothing but two capitals', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), (text) => {
        fc.pre(!/^[A-Z]{2}$/.test(text))
        expect(() => CountryCode.parseValue(text)).toThrow('does not accept')
      }),
    )
  })
})
