import { describe, expect, it } from '@jest/globals'
import { getOperationAST, parse } from 'graphql'
import { digestOperation } from '../../../../gateway/operation/digestOperation.ts'

const key = Buffer.alloc(32, 7)

function digestOf(text: string, name?: string): string {
  const document = parse(text)
  const operation = getOperationAST(document, name)
  if (operation === null || operation === undefined) throw new Error('no such operation')
  return digestOperation(document, operation, key)
}

const plain = 'query Q { a ...F } fragment F on Q { b ...G } fragment G on Q { c }'

describe('the digest of an operation', () => {
  it('tells nothing to who has not the key: a NIK in the text cannot be tried out', () => {
    const document = parse('{ applicant(nik: "5318075205999001") { nik } }')
    const operation = getOperationAST(document)
    if (operation === null || operation === undefined) throw new Error('no such operation')
    expect(digestOperation(document, operation, Buffer.alloc(32, 8))).not.toBe(
      digestOperation(document, operation, key),
    )
  })

  it('is 64 hexadecimal digits', () => {
    expect(digestOf('{ a }')).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ['white space and comments', 'query Q{a,...F}\n# why\nfragment F on Q {b ...G}fragment G on Q{c}'],
    ['the order of definitions', 'fragment G on Q { c } fragment F on Q { b ...G } query Q { a ...F }'],
    ['another operation', `${plain} query Other { z ...H } fragment H on Q { y }`],
  ])('does not change with %s', (_what, text) => {
    expect(digestOf(text, 'Q')).toBe(digestOf(plain))
  })

  it.each([
    ['a field', plain.replace('{ a', '{ z')],
    ['a field of a fragment inside a fragment', plain.replace('{ c }', '{ d }')],
    ['an alias', plain.replace('{ a', '{ x: a')],
    ['a value', plain.replace('{ a', '{ a(x: 1)')],
    ['a variable', plain.replace('query Q', 'query Q($x: Int = 1)')],
    ['its name', plain.replace('query Q', 'query R')],
  ])('changes with %s', (_what, text) => {
    expect(digestOf(text)).not.toBe(digestOf(plain))
  })

  it('ends for fragments inside themselves or missing', () => {
    expect(digestOf('{ ...A } fragment A on Q { ...B ...Missing } fragment B on Q { ...A }')).toHaveLength(64)
  })
})
