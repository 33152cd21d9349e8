import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NIK } from '../../../../../schema/scalars/NIK.ts'
import { checkNik } from '../../../../../subgraphs/identity/rules/checkNik.ts'

const inForce = { isRetired: false }
const retired = { isRetired: true }

interface Birth {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly sex: 'FEMALE' | 'MALE'
}

const two = (value: number): string => String(value).padStart(2, '0')
const dateOf = ({ year, month, day }: Birth): string => `${year}-${two(month)}-${two(day)}`

function nikOf(district: number, { year, month, day, sex }: Birth, serial: number): string {
  const marked = sex === 'FEMALE' ? day + 40 : day
  return `${district}${two(marked)}${two(month)}${two(year % 100)}${String(serial).padStart(4, '0')}`
}

const births: fc.Arbitrary<Birth> = fc
  .record({
    date: fc.date({ min: new Date('1920-01-01'), max: new Date('2019-12-31'), noInvalidDate: true }),
    sex: fc.constantFrom('FEMALE' as const, 'MALE' as const),
  })
  .map(({ date, sex }) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), sex }))
const districts = fc.integer({ min: 110101, max: 969999 })
const serials = fc.integer({ min: 1, max: 9999 })

describe('the check of a NIK against the record', () => {
  test('finds nothing when both say the same, for any woman and any man', () => {
    fc.assert(
      fc.property(districts, births, serials, (district, birth, serial) => {
        const nik = nikOf(district, birth, serial)
        expect(NIK.parseValue(nik)).toBe(nik)
        const holder = { nik, birthDate: dateOf(birth), sex: birth.sex }
        expect(checkNik(holder, inForce)).toEqual({ outcome: 'VALID', signals: [] })
      }),
    )
  })

  test('takes a district that was retired for valid, and says so when there never was one', () => {
    fc.assert(
      fc.property(districts, births, serials, (district, birth, serial) => {
        const holder = { nik: nikOf(district, birth, serial), birthDate: dateOf(birth), sex: birth.sex }
        expect(checkNik(holder, retired)).toEqual({ outcome: 'VALID_RETIRED_REGION', signals: [] })
        expect(checkNik(holder, null)).toEqual({ outcome: 'UNKNOWN_REGION', signals: [] })
      }),
    )
  })

  test('makes a signal of another birth date, and never an error: the outcome stays', () => {
    fc.assert(
      fc.property(districts, fc.tuple(births, births), serials, (district, [first, corrected], serial) => {
        fc.pre(dateOf(first).slice(2) !== dateOf(corrected).slice(2))
        const holder = { nik: nikOf(district, first, serial), birthDate: dateOf(corrected), sex: first.sex }
        expect(checkNik(holder, inForce)).toEqual({ outcome: 'VALID', signals: ['BIRTH_DATE_DIFFERS'] })
      }),
    )
  })

  test('makes a signal of the other sex, whatever the day', () => {
    fc.assert(
      fc.property(districts, births, serials, (district, birth, serial) => {
        const holder = {
          nik: nikOf(district, birth, serial),
          birthDate: dateOf(birth),
          sex: birth.sex === 'FEMALE' ? ('MALE' as const) : ('FEMALE' as const),
        }
        expect(checkNik(holder, inForce)).toEqual({ outcome: 'VALID', signals: ['SEX_DIFFERS'] })
      }),
    )
  })

  test('takes the century from the record, since the NIK has none', () => {
    const holder = { nik: '5371045511079004', sex: 'FEMALE' } as const
    expect(checkNik({ ...holder, birthDate: '2007-11-15' }, inForce).signals).toEqual([])
    expect(checkNik({ ...holder, birthDate: '1907-11-15' }, inForce).signals).toEqual([])
  })

  test('tells a man born on the 1st from a woman born on the 1st, and knows the 31st of both', () => {
    expect(checkNik({ nik: '5301060101789008', birthDate: '1978-01-01', sex: 'MALE' }, inForce).signals).toEqual([])
    expect(checkNik({ nik: '5301064101789008', birthDate: '1978-01-01', sex: 'FEMALE' }, inForce).signals).toEqual([])
    expect(checkNik({ nik: '5301063112789008', birthDate: '1978-12-31', sex: 'MALE' }, inForce).signals).toEqual([])
    expect(checkNik({ nik: '5301067112789008', birthDate: '1978-12-31', sex: 'FEMALE' }, inForce).signals).toEqual([])
  })

  test('can make both signals', () => {
    const { signals } = checkNik({ nik: '5301060101789008', birthDate: '1979-01-01', sex: 'FEMALE' }, retired)
    expect(signals).toEqual(['BIRTH_DATE_DIFFERS', 'SEX_DIFFERS'])
  })
})
