import { describe, expect, it } from '@jest/globals'
import { replaceNiks } from '../../../../bench/data/replaceNiks.ts'
import { standIn } from '../../../../bench/data/standIn.ts'

describe('the NIKs of variables', () => {
  it('are replaced wherever they stand, in order, and nothing else is', () => {
    const [one, other] = ['5318070101000001', '5318070101000002']
    const variables = { nik: one, first: 5, deep: [{ nik: other, on: null }, one], name: 'Ola' }
    expect(replaceNiks(variables)).toEqual({
      value: { nik: standIn.of(0), first: 5, deep: [{ nik: standIn.of(1), on: null }, standIn.of(2)], name: 'Ola' },
      niks: [one, other, one],
    })
  })
})
