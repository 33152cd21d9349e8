import { describe, expect, it } from '@jest/globals'
import type { CacheValue } from '../../../../gateway/cache/CacheValue.ts'
import { dataOf } from '../../../../gateway/cache/dataOf.ts'

function valueOf(text: string): CacheValue {
  return {
    life: { fetchedAt: 1, freshUntil: 2, staleUntil: 3 },
    isNegative: false,
    epochs: [],
    text,
    parsed: undefined,
  }
}

describe('the data of a value', () => {
  it('is what its text says, and the same object for all who read it', () => {
    const value = valueOf('["x",null]')
    const data = dataOf(value)
    expect(data).toEqual(['x', null])
    expect(dataOf(value)).toBe(data)
    expect(dataOf(valueOf('null'))).toBeNull()
  })
})
