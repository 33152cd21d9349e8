import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'graphql'
import { measureDocument } from '../../../../gateway/operation/measureDocument.ts'
import type { DocumentSize } from '../../../../gateway/operation/measureDocument.ts'

function sizeOf(text: string): DocumentSize {
  return measureDocument(parse(text))
}

describe('the size of a document', () => {
  it.each([
    ['{ a }', { fields: 1, depth: 1, aliases: 0, rootFields: 1, directives: 0 }],
    ['{ a { b { c } } d }', { fields: 4, depth: 3, aliases: 0, rootFields: 2, directives: 0 }],
    ['{ x: a { y: b } }', { fields: 2, depth: 2, aliases: 2, rootFields: 1, directives: 0 }],
    ['query @a { b @c @d ... @e { f } }', { fields: 2, depth: 1, aliases: 0, rootFields: 2, directives: 4 }],
    [
      '{ ...F ...F } fragment F on Q { a b: c { d } }',
      { fields: 6, depth: 2, aliases: 2, rootFields: 4, directives: 0 },
    ],
    ['{ a { ...F } } fragment F on Q @x { b ...G } fragment G on Q { c }', { fields: 3, depth: 2, directives: 1 }],
    ['{ a(x: { y: [[1]] }) }', { fields: 1, depth: 3 }],
    ['{ a @b(x: [[[[1]]]]) }', { fields: 1, depth: 4 }],
    ['{ ...Missing }', { fields: 0, depth: 0 }],
    ['{ a } fragment Unused on Q { b c d }', { fields: 3, rootFields: 1 }],
    ['query A { a } query B { a b }', { fields: 2, rootFields: 2 }],
    ['{ a { b } ... { c { ... on Q { d } } } }', { depth: 2, nesting: 4 }],
    ['{ ...F } fragment F on Q { a { ...G } } fragment G on Q { b }', { depth: 2, nesting: 4 }],
    ['query ($x: In = { y: [1] } @a(b: [[[1]]]) @c) { a }', { fields: 1, depth: 3, directives: 2, nesting: 1 }],
    ['type NotExecutable { a: Int }', { fields: 0 }],
  ])('of %s', (text, size) => {
    expect(sizeOf(text)).toMatchObject(size)
  })

  it('ends for fragments inside themselves', () => {
    expect(sizeOf('{ ...A } fragment A on Q { a ...B } fragment B on Q { b ...A }').fields).toBeGreaterThan(0)
  })

  it('takes work that grows with the text, not with what it spreads out to', () => {
    const fragments = Array.from(
      { length: 1_000 },
      (_, index) => `fragment F${index} on Q { ...F${index + 1} ...F${index + 1} }`,
    )
    const document = parse(`{ ...F0 } ${fragments.join(' ')} fragment F1000 on Q { a }`)
    const begin = performance.now()
    expect(measureDocument(document).fields).toBeGreaterThan(1e300)
    expect(performance.now() - begin).toBeLessThan(500)
  })

  it('counts fields and depth as they were written, for any tree', () => {
    interface Tree {
      readonly children: readonly Tree[]
    }
    const tree: fc.Memo<Tree> = fc.memo((levels) =>
      fc.record({ children: levels <= 1 ? fc.constant([]) : fc.array(tree(levels - 1), { maxLength: 3 }) }),
    )
    const write = ({ children }: Tree): string =>
      children.length === 0 ? 'a' : `a { ${children.map(write).join(' ')} }`
    const count = ({ children }: Tree): number => children.reduce((sum, child) => sum + count(child), 1)
    const depth = ({ children }: Tree): number => 1 + Math.max(0, ...children.map(depth))
    fc.assert(
      fc.property(tree(6), (any) => {
        const sizes = { fields: count(any), depth: depth(any) }
        expect(sizeOf(`{ ${write(any)} }`)).toMatchObject({ ...sizes, nesting: depth(any) })
        expect(sizeOf(`{ ... { ${write(any)} } }`)).toMatchObject({ ...sizes, nesting: depth(any) + 1 })
      }),
    )
  })
})
