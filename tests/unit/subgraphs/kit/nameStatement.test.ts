import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nameStatement } from '../../../../subgraphs/kit/nameStatement.ts'

describe('the name of a statement', () => {
  test('is short enough for PostgreSQL and the same for the same text alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(nameStatement(a)).toMatch(/^[\w-]{1,63}$/)
        expect(nameStatement(a) === nameStatement(b)).toBe(a === b)
      }),
    )
  })
})
