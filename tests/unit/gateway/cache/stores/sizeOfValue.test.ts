import { describe, expect, it } from '@jest/globals'
import { sizeOfValue } from '../../../../../gateway/cache/stores/sizeOfValue.ts'

const head = { life: { fetchedAt: 1, freshUntil: 2, staleUntil: 3 }, isNegative: false, epochs: [], parsed: undefined }

describe('the size of a value', () => {
  it('grows with its text by more than the text, since what is read is kept as objects too', () => {
    const [small, large] = ['1', 'x'.repeat(1001)].map((text) => sizeOfValue({ ...head, text }))
    expect(Number(large) - Number(small)).toBeGreaterThanOrEqual(5 * 1000)
  })
})
