import { describe, expect, it } from '@jest/globals'
import { oncePerText } from '../../../platform/oncePerText.ts'

describe('what is remembered', () => {
  it('is read once for a text, whatever came of it, and again when much else was read since', () => {
    const read: (string | undefined)[] = []
    const lengthOf = oncePerText((text: string | undefined) => {
      read.push(text)
      return text?.length
    })
    for (let time = 0; time < 3; time += 1) expect([lengthOf('one'), lengthOf(undefined)]).toEqual([3, undefined])
    expect(read).toEqual(['one', undefined])
    for (let other = 0; other < 100; other += 1) lengthOf(`other ${other}`)
    expect(lengthOf('one')).toBe(3)
    expect(read.filter((text) => text === 'one')).toHaveLength(2)
  })

  it('is no text of any length', () => {
    let reads = 0
    const lengthOf = oncePerText((text: string) => {
      reads += 1
      return text.length
    })
    for (const length of [8_192, 8_193, 8_192, 8_193]) expect(lengthOf('x'.repeat(length))).toBe(length)
    expect(reads).toBe(3)
  })

  it('is nothing when it cannot be read', () => {
    const parse = oncePerText((text: string): unknown => JSON.parse(text))
    expect(() => parse('{')).toThrow(SyntaxError)
    expect(() => parse('{')).toThrow(SyntaxError)
  })
})
