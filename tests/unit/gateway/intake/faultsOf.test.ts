import { describe, expect, it } from '@jest/globals'
import { GraphQLError } from 'graphql'
import { faultsOf } from '../../../../gateway/intake/faultsOf.ts'
import { fault } from '../../../../platform/fault.ts'

function codesOf(error: unknown): readonly unknown[] {
  return faultsOf(error).map(({ extensions }) => extensions['code'])
}

describe('what was thrown', () => {
  it('leaves as it is when it is a fault of ours, or several', () => {
    const faults = [fault('NIK_MALFORMED'), fault('REGION_UNKNOWN')]
    expect(faultsOf(faults[0])).toEqual([faults[0]])
    expect(faultsOf(new AggregateError(faults))).toEqual(faults)
  })

  it.each([
    [400, 'BAD_REQUEST'],
    [404, 'NOT_FOUND'],
    [405, 'METHOD_NOT_ALLOWED'],
    [406, 'NOT_ACCEPTABLE'],
    [413, 'BODY_TOO_LARGE'],
    [415, 'CONTENT_TYPE_UNSUPPORTED'],
    [418, 'INTERNAL'],
    [500, 'INTERNAL'],
  ])('leaves as the code of its status %d', (statusCode, code) => {
    const [one] = faultsOf(Object.assign(new Error('secret'), { statusCode }))
    expect(one?.extensions['code']).toBe(code)
    expect(one?.message).not.toContain('secret')
  })

  it.each([
    new Error('secret'),
    'secret',
    null,
    undefined,
    new GraphQLError('secret', { extensions: { code: 'MINE' } }),
  ])('leaves as INTERNAL when nothing is known of it', (error) => {
    expect(codesOf(error)).toEqual(['INTERNAL'])
  })
})
