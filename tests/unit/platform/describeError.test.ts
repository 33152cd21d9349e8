import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { describeError } from '../../../platform/describeError.ts'

describe('the description of an error', () => {
  test('names its kind and where it was thrown', () => {
    const description = describeError(new TypeError('something is off'))
    expect(description.name).toBe('TypeError')
    expect(description.at?.[0]).toMatch(/^at .*describeError\.test\.ts:\d+:\d+\)?$/)
    expect(description.at?.length).toBeLessThanOrEqual(6)
  })

  test('has its code where there is one', () => {
    expect(describeError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })).code).toBe('ECONNREFUSED')
    expect(describeError(Object.assign(new Error('refused'), { code: 7 }))).not.toHaveProperty('code')
    expect(describeError(new Error('refused'))).not.toHaveProperty('code')
  })

  test('has the code of its cause where it has none', () => {
    const cause = Object.assign(new Error('secret'), { code: 'ENOTFOUND' })
    expect(describeError(new TypeError('fetch failed', { cause })).code).toBe('ENOTFOUND')
    const failure = Object.assign(new Error('outer', { cause }), { code: 'ERR_OUTER' })
    expect(describeError(failure).code).toBe('ERR_OUTER')
    expect(describeError(new Error('outer', { cause: 'ENOTFOUND' }))).not.toHaveProperty('code')
  })

  test('of what is no error is its type alone', () => {
    expect(describeError('5318075205999001')).toEqual({ name: 'string' })
    expect(describeError(undefined)).toEqual({ name: 'undefined' })
    expect(describeError({ message: 'secret' })).toEqual({ name: 'object' })
  })

  test('of an error without a stack has no frames', () => {
    const error = new Error('bare')
    delete error.stack
    expect(describeError(error)).toEqual({ name: 'Error' })
  })

  test('keeps no frames where the message cannot be told from them', () => {
    const error = new Error('replaced')
    error.stack = 'Error: 5318075205999001\n    at read (file.ts:1:2)'
    expect(describeError(error)).toEqual({ name: 'Error' })
  })

  test.each([
    'NIK 5318075205999001 is not there',
    'two lines\n5318075205999001',
    'like a frame\n    at 5318075205999001 (file.ts:1:2)',
    'like a frame\n    at find (/5318075205999001.ts:1:2)\n    at last (5318075205999001.ts:3:4)',
  ])('never holds the message: %j', (message) => {
    expect(JSON.stringify(describeError(new Error(message)))).not.toContain('5318075205999001')
  })

  test('never holds any part of a message, whatever that is', () => {
    const secret = fc.stringMatching(/^<[a-z]{12}>$/)
    fc.assert(
      fc.property(
        secret,
        fc.string(),
        fc.constantFrom('', '\n', '\n    at ', ':1:2)\n   at x ('),
        (hidden, rest, joint) => {
          const error = new Error(`${rest}${joint}${hidden}${joint}${rest}`)
          expect(JSON.stringify(describeError(error))).not.toContain(hidden)
        },
      ),
    )
  })
})
