import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { operationOf } from '../../../../../gateway/document/operationOf.ts'
import { createVariants } from '../../../../../gateway/plan/prepare/createVariants.ts'

describe('variants of an operation', () => {
  const { definition } = operationOf(parse('{ a }'))
  const { definition: other } = operationOf(parse('{ a }'))
  /** Its text has 11 characters. */
  const make = () => operationOf(parse('{ asked }'))
  const most = 45

  it('are made once a way, and once for each operation', () => {
    const variantOf = createVariants()
    const one = variantOf(definition, 'one', make)
    expect(variantOf(definition, 'one', make)).toBe(one)
    expect(variantOf(definition, 'two', make)).not.toBe(one)
    expect(variantOf(other, 'one', make)).not.toBe(one)
  })

  it('are remembered up to a size, of all operations together, the one unused for longest making way', () => {
    const variantOf = createVariants(most)
    const first = variantOf(definition, 'first', make)
    const second = variantOf(other, 'second', make)
    variantOf(definition, 'third', make)
    expect(variantOf(definition, 'first', make)).toBe(first)
    variantOf(other, 'fourth', make)
    variantOf(other, 'fifth', make)
    expect(variantOf(definition, 'first', make)).toBe(first)
    expect(variantOf(other, 'second', make)).not.toBe(second)
  })

  it('are remembered alone where one is larger than all may be together', () => {
    const variantOf = createVariants(1)
    const one = variantOf(definition, 'one', make)
    expect(variantOf(definition, 'one', make)).toBe(one)
    variantOf(definition, 'two', make)
    expect(variantOf(definition, 'one', make)).not.toBe(one)
  })
})
