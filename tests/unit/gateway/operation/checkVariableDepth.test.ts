import { describe, expect, it } from '@jest/globals'
import { checkVariableDepth } from '../../../../gateway/operation/checkVariableDepth.ts'

function nested(levels: number): unknown {
  return JSON.parse(`${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`)
}

describe('the depth of variables', () => {
  it.each([
    ['no variables', {}],
    ['plain values', { a: 1, b: 'b', c: null, d: true }],
    ['values inside values, as deep as allowed', { a: 1, b: nested(16) }],
  ])('is right for %s', (_what, variables) => {
    expect(() => checkVariableDepth(variables, 16)).not.toThrow()
  })

  it.each([18, 100_000])('is too much for %d values inside one another', (levels) => {
    expect(() => checkVariableDepth({ a: 1, b: nested(levels) }, 16)).toThrow(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'OPERATION_TOO_LARGE', limit: 'depth', allowed: 16 }),
      }),
    )
  })
})
