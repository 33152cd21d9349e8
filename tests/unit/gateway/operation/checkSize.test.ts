import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { checkSize } from '../../../../gateway/operation/checkSize.ts'
import { generousLimits } from './support/generousLimits.ts'

function check(text: string): () => void {
  return () => checkSize(parse(text), generousLimits)
}

const tooDeep = expect.objectContaining({
  extensions: expect.objectContaining({ code: 'OPERATION_TOO_LARGE', limit: 'depth', allowed: 16 }),
})

/** Fragments that each do nothing but spread the next. */
function chain(length: number): string {
  const links = Array.from({ length }, (_, index) => `fragment F${index} on Q { ...F${index + 1} }`)
  return `{ ...F0 } ${links.join(' ')} fragment F${length} on Q { a }`
}

describe('the check of the size', () => {
  it('leaves room for fragments around every field of an operation that is as deep as allowed', () => {
    const fragments = Array.from(
      { length: 15 },
      (_, index) => `fragment F${index} on Q { ... on Q { ... @include(if: true) { a { ...F${index + 1} } } } }`,
    )
    expect(check(`{ ...F0 } ${fragments.join(' ')} fragment F15 on Q { a }`)).not.toThrow()
  })

  it.each([
    ['inline fragments', `{ ${'... { '.repeat(100)} a ${'}'.repeat(100)} }`],
    ['inline fragments with a type', `{ ${'... on Q { '.repeat(100)} a ${'}'.repeat(100)} }`],
    [
      'fragments in a fragment that nothing spreads',
      `{ a } fragment F on Q { ${'... { '.repeat(100)} a ${'}'.repeat(100)} }`,
    ],
    ['fragments spread in fragments', chain(100)],
    ['values of a default', `query ($a: In = ${'{ a: '.repeat(17)} 1 ${'}'.repeat(17)}) { a }`],
  ])('refuses %s nested beyond all use', (_what, text) => {
    expect(check(text)).toThrow(tooDeep)
  })
})
