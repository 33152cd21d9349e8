import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RegionCode } from '../../../../schema/scalars/RegionCode.ts'

const two = fc.stringMatching(/^\d{2}$/)
const four = fc.stringMatching(/^\d{4}$/)
const anyCode = fc
  .tuple(two, two, two, four)
  .chain((parts) => fc.integer({ min: 1, max: 4 }).map((length) => parts.slice(0, length).join('.')))

describe('the scalar RegionCode', () => {
  test('accepts codes from province to village as they are', () => {
    for (const code of ['53', '53.18', '53.18.07', '53.18.07.2001']) expect(RegionCode.parseValue(code)).toBe(code)
    fc.assert(
      fc.property(anyCode, (code) => RegionCode.parseValue(code) === code && RegionCode.serialize(code) === code),
    )
  })

  test.each([
    '',
    '5',
    '531',
    '5318',
    '53.',
    '53.1',
    '53.18.7',
    '53.18.07.1',
    '53.18.07.2001.1',
    ' 53',
    '53\n',
    '5a',
    '53-18',
  ])('refuses %j', (text) => {
    const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })
    expect(() => RegionCode.parseValue(text)).toThrow(refusal)
  })
})
