import { describe, expect, jest, test } from '@jest/globals'
import type { GraphQLResolveInfo } from 'graphql'
import { checkArguments } from '../../../../subgraphs/kit/checkArguments.ts'

const info = {} as GraphQLResolveInfo

describe('a resolver with checked arguments', () => {
  test('is asked as before when they can be stored', () => {
    const resolve = jest.fn((...given: readonly unknown[]) => given.length)
    const source = {}
    const given = { name: 'Maria', filter: { names: ['Ola'] }, after: null }
    const context = {}
    expect(checkArguments(resolve)(source, given, context, info)).toBe(4)
    expect(resolve).toHaveBeenCalledWith(source, given, context, info)
  })

  test('is not asked with one that cannot, and the error names the argument but not its value', () => {
    const resolve = jest.fn(() => null)
    const ask = (): unknown => checkArguments(resolve)({}, { first: 1, filter: { names: ['Maria\0'] } }, {}, info)
    expect(ask).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', argument: 'filter' }) }),
    )
    expect(ask).not.toThrow('Maria')
    expect(resolve).not.toHaveBeenCalled()
  })
})
