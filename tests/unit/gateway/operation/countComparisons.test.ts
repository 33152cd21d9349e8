import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { countComparisons } from '../../../../gateway/operation/countComparisons.ts'
import { times } from '../../../support/times.ts'

function count(text: string, most = 1_000_000): number {
  return countComparisons(parse(text), most)
}

describe('the comparisons of a document', () => {
  it('are few where every field has a name of its own', () => {
    expect(count(`{ a { ${times(500, (index) => `a${index}`)} } b { c { d } } }`)).toBeLessThan(520)
  })

  it('grow with the square of fields under one name, at any depth', () => {
    expect(count(`{ ${'a '.repeat(100)} }`)).toBeGreaterThan(4_950)
    expect(count(`{ ${'a { b } '.repeat(100)} }`)).toBeGreaterThan(9_900)
    expect(
      count(`{ ${times(100, (index) => `${index % 2 === 0 ? 'a' : 'a: b'} { ... { ... on T { c } } }`)} }`),
    ).toBeGreaterThan(9_900)
  })

  it('count the arguments that each pair has to compare', () => {
    const plain = count(`{ ${'a '.repeat(50)} }`)
    const written = count(`{ ${'a(x: 1, y: 2, z: 3) '.repeat(50)} }`)
    expect(written).toBeGreaterThan(plain + 3 * 1_225 - 1)
  })

  it('grow with the square of fragments that are spread side by side, whatever is in them', () => {
    const fragments = times(100, (index) => `fragment F${index} on T { a${index} }`)
    expect(count(`{ ${times(100, (index) => `...F${index}`)} } ${fragments}`)).toBeGreaterThan(10_000)
  })

  it('grow with the square of fragments that there are not, which are compared before they are missed', () => {
    expect(count(`{ ${times(800, (index) => `...F${index}`)} }`)).toBeGreaterThan(600_000)
  })

  it('see into fragments, also into those that nothing spreads', () => {
    expect(count(`{ ...F } fragment F on T { ${'a '.repeat(100)} }`)).toBeGreaterThan(4_950)
    expect(count(`{ x } fragment F on T { ${'a '.repeat(100)} }`)).toBeGreaterThan(4_950)
    expect(
      count(`{ ...F ...G } fragment F on T { ${'a '.repeat(50)} } fragment G on T { ${'a '.repeat(50)} }`),
    ).toBeGreaterThan(4_950)
  })

  it('count a fragment that is spread again into the same once', () => {
    expect(count(`{ ${'...F '.repeat(500)} } fragment F on T { a b c }`)).toBeLessThan(20)
  })

  it('end for fragments inside themselves, and for those that are not there', () => {
    expect(count('{ ...A ...Missing } fragment A on T { a ...B } fragment B on T { b ...A }', 100)).toBeGreaterThan(0)
    expect(count('{ ...A } fragment A on T { a { ...A } }', 100)).toBeLessThan(100)
    expect(
      count('{ ...A } fragment A on T { a { ...B } } fragment B on T { b { ...A } c { ...B } }', 100),
    ).toBeLessThan(100)
    // A fragment may stand below itself without being inside itself.
    expect(count(`{ ...F x { ...F } } fragment F on T { ${'a '.repeat(50)} }`)).toBeGreaterThan(2 * 1_225)
  })

  it('are not counted much further than asked', () => {
    const fragments = times(600, (index) => `fragment F${index} on T { a { ...F${index + 1} } b { ...F${index + 1} } }`)
    const begin = performance.now()
    expect(count(`{ ...F0 } ${fragments} fragment F600 on T { c }`, 10_000)).toBeGreaterThan(10_000)
    expect(performance.now() - begin).toBeLessThan(500)
  })
})
