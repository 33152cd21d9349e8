import { describe, expect, it } from '@jest/globals'
import { isCrowded } from '../../../../gateway/intake/isCrowded.ts'

describe('a JSON text', () => {
  it.each([
    ['lists in lists', '['.repeat(1_000) + ']'.repeat(1_000), 1_000],
    ['entries', `[${'1,'.repeat(998)}1]`, 999],
    ['names', `{${'"a":1,'.repeat(9)}"a":1}`, 20],
    ['objects', `[${'{},'.repeat(9)}{}]`, 20],
    ['strings, whatever is in them', `["${'[{,:'.repeat(50)}","\\"[,[,[,\\\\",{"[,[,":":,:,"}]`, 5],
    ['a string that does not end', `{"a${',,'.repeat(100)}`, 1],
    ['a string that ends in a backslash', `[["${',,'.repeat(100)}\\`, 2],
  ])('of %s has as many values as it has marks before them', (_what, text, marks) => {
    expect(isCrowded(text, marks)).toBe(false)
    expect(isCrowded(text, marks - 1)).toBe(true)
  })

  it('is not looked into where it is shorter than that', () => {
    expect(isCrowded('[[[[', 4)).toBe(false)
  })
})
