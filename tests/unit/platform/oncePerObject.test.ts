import { describe, expect, it } from '@jest/globals'
import { oncePerObject } from '../../../platform/oncePerObject.ts'

describe('what is remembered for an object', () => {
  it('is made once for it, whatever came of it, and again for another that looks the same', () => {
    let made = 0
    const nameOf = oncePerObject(({ name }: { readonly name?: string }) => {
      made += 1
      return name
    })
    const [one, other, nameless] = [{ name: 'one' }, { name: 'one' }, {}]
    for (let time = 0; time < 3; time += 1)
      expect([one, other, nameless].map(nameOf)).toEqual(['one', 'one', undefined])
    expect(made).toBe(3)
  })
})
