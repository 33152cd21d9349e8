import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NIK } from '../../../../schema/scalars/NIK.ts'

const digits = (length: number): fc.Arbitrary<string> =>
  fc.nat(10 ** length - 1).map((number) => String(number).padStart(length, '0'))
const pad = (number: number): string => String(number).padStart(2, '0')

/** Any NIK that has the form, with the day as the registry writes it: plus 40 for women. */
const anyNik = fc
  .record({
    region: digits(6),
    day: fc.integer({ min: 1, max: 31 }),
    isWoman: fc.boolean(),
    month: fc.integer({ min: 1, max: 12 }),
    year: digits(2),
    serial: digits(4).filter((serial) => serial !== '0000'),
  })
  .map(
    ({ region, day, isWoman, month, year, serial }) =>
      `${region}${pad(isWoman ? day + 40 : day)}${pad(month)}${year}${serial}`,
  )

const refusal = expect.objectContaining({ extensions: expect.objectContaining({ code: 'NIK_MALFORMED' }) })

describe('the scalar NIK', () => {
  test('accepts every number of the form, whatever region and century, and keeps it as it is', () => {
    fc.assert(
      fc.property(anyNik, (nik) => {
        expect(NIK.parseValue(nik)).toBe(nik)
        expect(NIK.serialize(nik)).toBe(nik)
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['a woman’s day with 40 added', '5318075205999001'],
    ['a man’s day', '5306030301019002'],
    ['a district that has been retired', '5304085708909003'],
    ['a day that its month does not have, as registers hold them', '5304083102909003'],
  ])('accepts %s', (_what, nik) => {
    expect(NIK.parseValue(nik)).toBe(nik)
  })

  test.each([
    ['15 digits', '531807520599900'],
    ['17 digits', '53180752059990011'],
    ['day 00', '5318070005999001'],
    ['day 32', '5318073205999001'],
    ['day 40', '5318074005999001'],
    ['day 72', '5318077205999001'],
    ['month 00', '5318075200999001'],
    ['month 13', '5318075213999001'],
    ['serial 0000', '5318075205990000'],
    ['a letter', '53180752O5999001'],
    ['dots', '53.18.07.52.0599.9001'],
    ['a space', ' 5318075205999001'],
    ['a line break', '5318075205999001\n'],
    ['other digits than ours', '٥٣١٨٠٧٥٢٠٥٩٩٩٠٠١'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(() => NIK.parseValue(text)).toThrow(refusal)
  })

  test('refuses whatever is not text, even a number of 16 digits', () => {
    for (const value of [5318075205999001, null, undefined, {}, ['5318075205999001'], true]) {
      expect(() => NIK.parseValue(value)).toThrow(refusal)
    }
  })

  test('refuses any text that does not have the form', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          digits(15),
          digits(17),
          anyNik.map((nik) => `${nik.slice(0, 12)}0000`),
        ),
        (text) => {
          expect(() => NIK.parseValue(text)).toThrow(refusal)
        },
      ),
    )
  })
})
