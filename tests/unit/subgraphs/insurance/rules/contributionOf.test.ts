import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { contributionOf } from '../../../../../subgraphs/insurance/rules/contributionOf.ts'

const during = (months: number): number => contributionOf({ phase: 'DURING_WORK', months })

describe('the contribution', () => {
  test('is a flat sum before work', () => {
    expect(contributionOf({ phase: 'BEFORE_WORK' })).toBe(37_500)
  })

  test.each([
    [3, 108_000],
    [6, 108_000],
    [7, 121_500],
    [12, 189_000],
    [18, 270_000],
    [24, 332_500],
    [25, 346_000],
    [36, 494_500],
  ])('for %p months of work is %p rupiah', (months, rupiah) => {
    expect(during(months)).toBe(rupiah)
  })

  test('never falls with the months, except where they fill the packet of two years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (months) => {
        // 23 months by the packet of twelve cost 337,500, and 24 months 332,500: so the tariff has it.
        fc.pre(months !== 23)
        expect(during(months + 1)).toBeGreaterThanOrEqual(during(months))
      }),
    )
  })
})
