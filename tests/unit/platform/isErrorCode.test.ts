import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { errors } from '../../../platform/errors.ts'
import { isErrorCode } from '../../../platform/isErrorCode.ts'

describe('isErrorCode', () => {
  test('knows every code of the table', () => {
    for (const code of Object.keys(errors)) expect(isErrorCode(code)).toBe(true)
  })

  test('knows nothing else, not even what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) expect(isErrorCode(name)).toBe(false)
    fc.assert(
      fc.property(fc.anything(), (value) => isErrorCode(value) === Object.keys(errors).includes(value as string)),
    )
  })
})
