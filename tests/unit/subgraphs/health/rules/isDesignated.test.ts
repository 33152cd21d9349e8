import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isDesignated } from '../../../../../subgraphs/health/rules/isDesignated.ts'
import { anyDay } from '../../../../support/anyDay.ts'

const terms = [
  { validFrom: '2016-04-01', validTo: '2021-03-31' },
  { validFrom: '2022-07-01', validTo: null },
]

describe('a facility', () => {
  test.each([
    ['2016-03-31', false],
    ['2016-04-01', true],
    ['2021-03-31', true],
    ['2021-04-01', false],
    ['2022-06-30', false],
    ['2022-07-01', true],
    ['2099-01-01', true],
  ])('with a gap between its terms is designated on %s: %p', (day, expected) => {
    expect(isDesignated(terms, day)).toBe(expected)
  })

  test('without a decree is designated on no day', () => {
    fc.assert(fc.property(anyDay, (day) => !isDesignated([], day)))
  })

  test('is designated on a day when any of its terms is, whatever their order', () => {
    const term = fc.record({ validFrom: anyDay, validTo: fc.option(anyDay) })
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), anyDay, (given, day) => {
        expect(isDesignated(given, day)).toBe(given.some((one) => isDesignated([one], day)))
        expect(isDesignated(given.toReversed(), day)).toBe(isDesignated(given, day))
      }),
    )
  })
})
