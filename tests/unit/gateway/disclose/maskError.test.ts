import { describe, expect, jest, test } from '@jest/globals'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { maskError } from '../../../../gateway/disclose/maskError.ts'
import { errors } from '../../../../platform/errors.ts'
import { fault } from '../../../../platform/fault.ts'

function mask(cause: Error, repeatable = true): GraphQLFormattedError & { readonly reported: readonly unknown[] } {
  const report = jest.fn<(error: unknown) => void>()
  const given = cause instanceof GraphQLError ? cause.toJSON() : { message: cause.message }
  const masked = maskError(given, { correlationId: 'test-correlation', repeatable, report })
  return { ...masked, reported: report.mock.calls.map(([error]) => error) }
}

describe('an error of the table', () => {
  test('leaves with the texts of the table, its path and its details', () => {
    const details = { agency: 'passport', correlationId: 'agency-correlation' }
    const error = fault('AGENCY_UNAVAILABLE', details, { path: ['applicant', 'passports'] })
    expect(mask(error)).toEqual({
      message: errors.AGENCY_UNAVAILABLE.en,
      path: ['applicant', 'passports'],
      extensions: {
        code: 'AGENCY_UNAVAILABLE',
        retryable: true,
        translations: { id: errors.AGENCY_UNAVAILABLE.id },
        agency: 'passport',
        correlationId: 'agency-correlation',
      },
      reported: [],
    })
  })

  test.each(['products.v2', 'Produk_2', 'kesehatan-daerah', 'x'.repeat(100)])('names the agency %s', (agency) => {
    expect(mask(fault('AGENCY_ERROR', { agency })).extensions).toMatchObject({ agency })
  })

  test('is never retryable where the operation may not be repeated', () => {
    for (const code of ['AGENCY_UNAVAILABLE', 'DEADLINE_EXCEEDED', 'BAD_USER_INPUT'] as const) {
      expect(mask(fault(code), false).extensions).toMatchObject({ code, retryable: false })
    }
  })

  test('keeps nothing that is no detail of ours', () => {
    const extensions = {
      code: 'BAD_USER_INPUT',
      stacktrace: ['at Maria'],
      serviceName: 'passport',
      response: { url: 'http://10.0.0.1/' },
      translations: { id: 'Maria' },
      retryable: 'Maria',
      argument: 'Maria Goreti',
      agency: 'http://10.0.0.1/',
      correlationId: { toString: () => 'Maria' },
      retryAfterSeconds: 'Maria',
    }
    const masked = mask(new GraphQLError('Maria', { extensions }))
    expect(JSON.stringify(masked)).not.toMatch(/Maria|10\.0|serviceName/)
    expect(masked.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      retryable: false,
      translations: { id: errors.BAD_USER_INPUT.id },
      correlationId: 'test-correlation',
    })
  })

  test('keeps an argument and the seconds to wait', () => {
    const error = fault('OVERLOADED', { argument: 'first', retryAfterSeconds: 3 })
    expect(mask(error).extensions).toMatchObject({ argument: 'first', retryAfterSeconds: 3 })
  })
})

describe('an error that is in no table', () => {
  test.each([
    ['an error', new Error('Maria')],
    ['an error of another library', new GraphQLError('Maria', { extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' } })],
  ])('is reported and leaves as INTERNAL: %s', (_what, cause) => {
    const masked = mask(cause)
    expect(masked.message).toBe(errors.INTERNAL.en)
    expect(masked.extensions).toMatchObject({ code: 'INTERNAL', correlationId: 'test-correlation' })
    expect(JSON.stringify({ ...masked, reported: [] })).not.toContain('Maria')
    expect(masked.reported).toEqual([expect.objectContaining({ message: 'Maria' })])
  })

  test('is masked without extensions too', () => {
    const report = (): void => undefined
    const masked = maskError(
      { message: 'Maria' },
      {
        correlationId: 'test-correlation',
        repeatable: true,
        report,
      },
    )
    expect(masked).toMatchObject({ message: errors.INTERNAL.en, extensions: { code: 'INTERNAL' } })
  })
})
