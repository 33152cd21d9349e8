import { describe, expect, test } from '@jest/globals'
import { createReference } from '../../../../subgraphs/kit/createReference.ts'

const find = createReference([{ code: 'KUPANG' }, { code: 'MAUMERE' }], ({ code }) => code)

describe('a reference', () => {
  test('finds the row of a key', () => {
    expect(find('MAUMERE')).toEqual({ code: 'MAUMERE' })
  })

  test('throws for a key that no row has, without showing it', () => {
    expect(() => find('5318075205999001')).toThrow('A row that another one refers to is not there.')
    expect(() => find('constructor')).toThrow('is not there')
  })
})
