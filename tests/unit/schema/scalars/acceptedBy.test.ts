import { describe, expect, test } from '@jest/globals'
import { GraphQLDate } from 'graphql-scalars'
import { acceptedBy } from '../../../../schema/scalars/acceptedBy.ts'

describe('acceptedBy', () => {
  test('tells what a scalar of a library would say of a text', () => {
    const accepts = acceptedBy(GraphQLDate)
    expect(accepts('2026-11-24')).toBe(true)
    expect(accepts('2026-11-31')).toBe(false)
    expect(accepts('')).toBe(false)
  })
})
