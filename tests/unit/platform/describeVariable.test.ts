import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { describeVariable } from '../../../platform/describeVariable.ts'
import { variable } from '../../../platform/variable.ts'

const range = { min: 0, max: 9 }

describe('the words of a variable', () => {
  it('are found behind a default, which is shown', () => {
    const schema = variable.wholeNumber(range, { description: 'Seats.' }).default(4)
    expect(describeVariable(schema)).toEqual({
      description: 'Seats.',
      allowed: 'a whole number from 0 to 9',
      fallback: '4',
      sensitive: false,
    })
  })

  it('are found where it may be absent', () => {
    expect(describeVariable(variable.secret({ description: 'A key.' }).optional())).toMatchObject({
      description: 'A key.',
      fallback: undefined,
      sensitive: true,
    })
  })

  it('may say something else instead of the default', () => {
    const schema = variable.secret({ description: 'A key.', defaultText: 'a public one' }).default('k'.repeat(40))
    expect(describeVariable(schema).fallback).toBe('a public one')
  })

  it.each([z.string(), undefined])('are plain where nothing was said', (schema) => {
    expect(describeVariable(schema)).toEqual({
      description: '',
      allowed: 'another value',
      fallback: undefined,
      sensitive: false,
    })
  })
})
