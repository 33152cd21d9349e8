import { describe, expect, test } from '@jest/globals'
import { GraphQLError, buildSchema, parse } from 'graphql'
import { createLogger } from '../../../../platform/createLogger.ts'
import { errors } from '../../../../platform/errors.ts'
import { fault } from '../../../../platform/fault.ts'
import { ConnectionError } from '../../../../subgraphs/kit/ConnectionError.ts'
import { maskAgencyError } from '../../../../subgraphs/kit/maskAgencyError.ts'

const secret = '5318075205999001'
const path = ['_entities', 0, 'passports']
const asked = { schema: buildSchema('type Query { a: Int }'), document: parse('{ a }') }

function mask(error: GraphQLError) {
  const lines: string[] = []
  const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } })
  return { masked: maskAgencyError(error, { logger, correlationId: 'c-1', asked }), lines }
}

describe('an error that leaves an agency', () => {
  test('keeps code, details and place when it is of the table', () => {
    const thrown = fault('PAGE_SIZE_OUT_OF_RANGE', { argument: 'first' })
    const { masked, lines } = mask(new GraphQLError(thrown.message, { path, originalError: thrown }))
    expect(masked.toJSON()).toEqual({
      message: errors.PAGE_SIZE_OUT_OF_RANGE.en,
      path,
      extensions: { ...thrown.extensions, argument: 'first', correlationId: 'c-1' },
    })
    expect(lines).toEqual([])
  })

  test('says what the table says, and not what GraphQL puts in front of it', () => {
    const thrown = fault('NIK_MALFORMED')
    const wrapped = new GraphQLError(`Variable "$nik" got invalid value "${secret}"; ${thrown.message}`, {
      originalError: thrown,
    })
    const { masked } = mask(wrapped)
    expect(masked.message).toBe(errors.NIK_MALFORMED.en)
    expect(masked.extensions['code']).toBe('NIK_MALFORMED')
    expect(JSON.stringify(masked)).not.toContain(secret)
  })

  test('is BAD_USER_INPUT when variables were refused before anything ran', () => {
    const { masked, lines } = mask(new GraphQLError(`Variable "$first" got invalid value "${secret}"`))
    expect(masked.toJSON()).toMatchObject({ message: errors.BAD_USER_INPUT.en, extensions: { code: 'BAD_USER_INPUT' } })
    expect(JSON.stringify(masked)).not.toContain(secret)
    expect(lines).toEqual([])
  })

  test.each([
    ['an error of the database', new Error(`duplicate key (nik)=(${secret})`)],
    ['an error of GraphQL about our own answer', new GraphQLError(`Enum "Sex" cannot represent value: "${secret}"`)],
    ['an error with a code of somebody else', Object.assign(new Error(secret), { extensions: { code: 'NOT_OURS' } })],
  ])('is INTERNAL and logged without its message when it is %s', (_what, originalError) => {
    const { masked, lines } = mask(new GraphQLError(originalError.message, { path, originalError }))
    expect(masked.toJSON()).toMatchObject({
      message: errors.INTERNAL.en,
      path,
      extensions: { code: 'INTERNAL', correlationId: 'c-1' },
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('c-1')
    expect(JSON.stringify(masked) + lines.join()).not.toContain(secret)
  })

  test.each([
    ['cannot be reached', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['lets nobody in', new ConnectionError(Object.assign(new Error(secret), { code: '55000' }))],
  ])('is AGENCY_UNAVAILABLE when the database %s', (_what, originalError) => {
    const { masked } = mask(new GraphQLError('connect', { path, originalError }))
    expect(masked.extensions).toMatchObject({ code: 'AGENCY_UNAVAILABLE', retryable: true })
  })

  test('is INTERNAL when GraphQL itself found the answer wrong', () => {
    const { masked, lines } = mask(new GraphQLError('Expected Iterable', { path }))
    expect(masked.extensions['code']).toBe('INTERNAL')
    expect(lines).toHaveLength(1)
  })
})
