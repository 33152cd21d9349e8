import { describe, expect, test } from '@jest/globals'
import { GraphQLError } from 'graphql'
import type { ErrorCode } from '../../../platform/errors.ts'
import { errors } from '../../../platform/errors.ts'
import { fault } from '../../../platform/fault.ts'

describe('a fault', () => {
  test.each(Object.keys(errors) as ErrorCode[])('of %s has the texts and the promise of the table', (code) => {
    const { en, id, retryable } = errors[code]
    const error = fault(code)
    expect(error).toBeInstanceOf(GraphQLError)
    expect(error.toJSON()).toEqual({ message: en, extensions: { code, retryable, translations: { id } } })
  })

  test('carries its details beside the code', () => {
    const details = { agency: 'passport', correlationId: 'abc', argument: 'first', retryAfterSeconds: 3 }
    expect(fault('INTERNAL', details).extensions).toMatchObject({ code: 'INTERNAL', ...details })
  })

  test('stands at the place it is given', () => {
    const cause = new Error('inside')
    const error = fault('INTERNAL', {}, { path: ['applicant', 'passports', 0], originalError: cause })
    expect(error.path).toEqual(['applicant', 'passports', 0])
    expect(error.originalError).toBe(cause)
    expect(JSON.stringify(error)).not.toContain('inside')
  })
})
