import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { joinParts } from '../../../../../gateway/cache/names/joinParts.ts'

const parts = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1:', '2;', ':', ';', '1', '')))

describe('joined parts', () => {
  it('can be taken apart again, so that no two lists are one text', () => {
    fc.assert(
      fc.property(parts, (list) => {
        expect(takeApart(joinParts(list))).toEqual(list)
      }),
    )
  })

  it('differ where a plain joining would not', () => {
    expect(joinParts(['ab', 'c'])).not.toBe(joinParts(['a', 'bc']))
    expect(joinParts(['a', ''])).not.toBe(joinParts(['a']))
    expect(joinParts([joinParts(['a']), 'b'])).not.toBe(joinParts([joinParts(['a', 'b'])]))
  })
})

function takeApart(text: string): readonly string[] {
  const end = text.indexOf(';')
  let rest = text.slice(end + 1)
  return Array.from({ length: Number(text.slice(0, end)) }, () => {
    const colon = rest.indexOf(':')
    const length = Number(rest.slice(0, colon))
    const part = rest.slice(colon + 1, colon + 1 + length)
    rest = rest.slice(colon + 1 + length)
    return part
  })
}
