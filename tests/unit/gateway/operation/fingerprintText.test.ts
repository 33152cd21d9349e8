import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, print } from 'graphql'
import { fingerprintText } from '../../../../gateway/operation/fingerprintText.ts'

const texts = [
  'query A($nik: NIK!, $on: Date = "2026-11-24") @live { applicant(nik: $nik) { ...F age(on: $on) } } fragment F on Applicant { name }',
  'query A { a(x: [1, -2.5, true, null, ENUM, {b: "\\u0041 \\"quoted\\""}], y: """\n  block\n    text\n""") { ... on B { c } } }',
  'query A { short: long @skip(if: false) @include(if: true) ... @skip(if: false) { b } }',
]

describe('the fingerprint of a text', () => {
  it('is that of what graphql-js prints of it', () => {
    for (const text of texts) expect(fingerprintText(text, 1_000)).toEqual(fingerprintText(print(parse(text)), 1_000))
  })

  it('does not see white space, commas and comments, wherever they stand', () => {
    const between = fc.constantFrom(' ', '\n', '\t', ',', ' , ', '\r\n', ' # a comment\n', '\uFEFF')
    const bare = 'query A ( $nik : NIK ! ) { applicant ( nik : $nik ) { name } }'.split(' ')
    fc.assert(
      fc.property(fc.array(between, { minLength: bare.length, maxLength: bare.length }), (gaps) => {
        const text = bare.map((token, index) => token + (gaps[index] ?? '')).join('')
        expect(fingerprintText(text, 100)).toEqual(fingerprintText(bare.join(' '), 100))
      }),
    )
  })

  it.each([
    ['query A { a }', 'query A { b }'],
    ['query A { a b }', 'query A { b a }'],
    ['query A { a b }', 'query A { ab }'],
    ['query A { a(x: "1") }', 'query A { a(x: 1) }'],
    ['query A { a(x: "b c") }', 'query A { a(x: "b", c) }'],
    ['query A { a(x: "b") }', 'query A { a(x: """b""") }'],
    ['query A { a(x: "b}Name1:c") }', 'query A { a(x: "b") } c'],
  ])('tells %s from %s', (one, other) => {
    expect(fingerprintText(one, 100)?.digest).not.toBe(fingerprintText(other, 100)?.digest)
  })

  it('is none of a text with more tokens, however many more, or with what is no token', () => {
    expect(fingerprintText('{ a }', 3)?.tokens).toBe(3)
    expect(fingerprintText('{ a }', 2)).toBeUndefined()
    expect(fingerprintText('{ a "', 100)).toBeUndefined()
    const begin = performance.now()
    expect(fingerprintText('{ a '.repeat(1_000_000), 100)).toBeUndefined()
    expect(performance.now() - begin).toBeLessThan(100)
  })
})
