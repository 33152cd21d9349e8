import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { nikOf } from '../../../../bench/data/nikOf.ts'
import { numberOfNik } from '../../../../bench/data/numberOfNik.ts'
import { NIK } from '../../../../schema/scalars/NIK.ts'

const anyNumber = fc.integer({ min: 0, max: 335_966_399 })

describe('the NIK of a made-up person', () => {
  it('is one that the graph accepts, and tells its number', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(NIK.parseValue(nikOf(number))).toBe(nikOf(number))
        expect(numberOfNik(nikOf(number))).toBe(number)
      }),
    )
  })

  it('is another for each number, up to the last one', () => {
    expect(nikOf(0)).toBe('5318070101000001')
    expect(nikOf(9_998)).toBe('5318070101009999')
    expect(nikOf(9_999)).toBe('5318070201000001')
    expect(nikOf(335_966_399)).toBe('5318072812999999')
    expect(nikOf(335_966_400)).toBe(nikOf(0))
  })
})
