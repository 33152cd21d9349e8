import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { percentile } from '../../../../bench/measure/percentile.ts'

const numbers = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 })

describe('a percentile', () => {
  it('is one of the numbers, and the least that such a share does not exceed', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, share) => {
        const found = percentile(list, share)
        expect(list).toContain(found)
        expect(list.filter((number) => number <= found).length).toBeGreaterThanOrEqual(Math.ceil(share * list.length))
        expect(list.filter((number) => number < found).length).toBeLessThan(Math.ceil(share * list.length))
      }),
    )
  })

  it('of a hundred numbers is the one of that rank, whatever their order', () => {
    const hundred = Array.from({ length: 100 }, (_number, index) => 100 - index)
    expect(percentile(hundred, 0.5)).toBe(50)
    expect(percentile(hundred, 0.99)).toBe(99)
    expect(percentile(hundred, 0)).toBe(1)
  })

  it('of nothing is no number', () => {
    expect(percentile([], 0.5)).toBeNaN()
  })
})
