import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { operationOf } from '../../../../../gateway/document/operationOf.ts'
import { createVariants } from '../../../../../gateway/plan/prepare/createVariants.ts'

describe('variants of an operation', () => {
  const { definition } = operationOf(parse('{ a }'))
  const { definition: other } = operationOf(parse('{ a }'))

  it('are made once a way, and once for each operation', () => {
    const variantOf = createVariants<object>()
    const one = variantOf(definition, 'one', () => ({}))
    expect(variantOf(definition, 'one', () => ({}))).toBe(one)
    expect(variantOf(definition, 'two', () => ({}))).not.toBe(one)
    expect(variantOf(other, 'one', () => ({}))).not.toBe(one)
  })

  it('are remembered up to a number, the one unused for longest making way', () => {
    const variantOf = createVariants<object>()
    const first = variantOf(definition, 'first', () => ({}))
    for (let way = 0; way < 64; way += 1) variantOf(definition, String(way), () => ({}))
    expect(variantOf(definition, 'first', () => ({}))).not.toBe(first)
  })
})
