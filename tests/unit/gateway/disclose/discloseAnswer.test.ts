import { describe, expect, jest, test } from '@jest/globals'
import { getOperationAST, GraphQLError, parse } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { createProvenanceRecorder } from '../../../../gateway/disclose/createProvenanceRecorder.ts'
import { discloseAnswer } from '../../../../gateway/disclose/discloseAnswer.ts'
import type { Answer, Disclosed } from '../../../../gateway/disclose/discloseAnswer.ts'
import type { ValidOperation } from '../../../../gateway/document/ValidOperation.ts'
import { operationOf } from '../../../../gateway/document/operationOf.ts'
import { errors as table } from '../../../../platform/errors.ts'
import { fault } from '../../../../platform/fault.ts'

interface Told extends Disclosed {
  readonly reported: readonly unknown[]
}

const operation = operationOf(parse('{ a applicant { fullName cost passports { number } } }'))

function disclose(answer: Answer, repeatable = true, of: ValidOperation = operation): Told {
  const provenance = createProvenanceRecorder()
  provenance.record('passport', { source: 'STALE', entities: 2, asOf: 0 })
  const report = jest.fn<(error: unknown) => void>()
  const disclosed = discloseAnswer(answer, {
    correlationId: 'a-correlation',
    repeatable,
    report,
    provenance,
    operation: of,
  })
  return { ...disclosed, reported: report.mock.calls.map(([error]) => error) }
}

const extensions = {
  provenance: [
    {
      agency: 'passport',
      source: 'STALE',
      asOf: '1970-01-01T00:00:00.000Z',
      entities: { live: 0, cached: 0, stale: 2, unavailable: 0 },
    },
  ],
}

function gapAt(path: readonly (string | number)[]): GraphQLFormattedError {
  return fault('AGENCY_UNAVAILABLE', { agency: 'passport' }, { path }).toJSON()
}

describe('an answer without errors', () => {
  test('is its data and where that came from, and says nothing of errors', () => {
    const data = { applicant: { fullName: 'Maria' } }
    const { body, codes, reported } = disclose({ data, errors: [] })
    expect(body).toStrictEqual({ data, extensions })
    expect(Object.keys(body)).toEqual(['data', 'extensions'])
    expect([codes, reported]).toEqual([[], []])
  })

  test('says so when nobody was asked', () => {
    const options = { correlationId: '', repeatable: true, report: () => undefined, operation }
    const { body } = discloseAnswer({ data: {}, errors: [] }, { ...options, provenance: createProvenanceRecorder() })
    expect(body).toStrictEqual({ data: {}, extensions: { provenance: [] } })
  })
})

describe('an answer with errors', () => {
  test('begins with them, each in the words of the table and at its place', () => {
    const data = { applicant: { passports: null, fullName: 'Maria' } }
    const gap = gapAt(['applicant', 'passports'])
    const { body, codes, reported } = disclose({ data, errors: [{ ...gap, message: 'Maria' }] })
    expect(Object.keys(body)).toEqual(['errors', 'data', 'extensions'])
    expect(body).toStrictEqual({
      errors: [
        {
          message: table.AGENCY_UNAVAILABLE.en,
          path: ['applicant', 'passports'],
          extensions: {
            code: 'AGENCY_UNAVAILABLE',
            retryable: true,
            translations: { id: table.AGENCY_UNAVAILABLE.id },
            correlationId: 'a-correlation',
            agency: 'passport',
          },
        },
      ],
      data,
      extensions,
    })
    expect([codes, reported]).toEqual([['AGENCY_UNAVAILABLE'], []])
  })

  test('has null for data where nothing is left of it', () => {
    const { body } = disclose({ data: null, errors: [gapAt(['applicant'])] })
    expect(body).toMatchObject({ data: null, errors: [{ path: ['applicant'] }] })
  })

  test('has INTERNAL for what is in no table, which is reported as it was given', () => {
    const errors = [
      new GraphQLError('Maria', {
        path: ['a'],
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'secret' },
      }),
      { message: 'Maria' },
    ].map((error) => (error instanceof GraphQLError ? error.toJSON() : error))
    const { body, codes, reported } = disclose({ data: { a: null }, errors })
    expect(codes).toEqual(['INTERNAL', 'INTERNAL'])
    expect(body.errors).toMatchObject([
      { message: table.INTERNAL.en, path: ['a'], extensions: { code: 'INTERNAL', retryable: false } },
      { message: table.INTERNAL.en, extensions: { code: 'INTERNAL', correlationId: 'a-correlation' } },
    ])
    expect(JSON.stringify(body)).not.toMatch(/Maria|secret|DOWNSTREAM/)
    expect(reported).toEqual(errors)
  })

  test('tells what has no place in it once, and counts the codes that it tells', () => {
    const data = { applicant: { passports: null } }
    const hidden = [gapAt(['applicant', 'hidden']), gapAt(['applicant', 'passports', 'number'])]
    const other = fault('AGENCY_ERROR', { agency: 'health' }, { path: ['applicant', 'examinations'] }).toJSON()
    const { body, codes } = disclose({ data, errors: [...hidden, other, other] })
    expect(body.errors).toMatchObject([
      { path: ['applicant', 'passports', 'number'] },
      { extensions: { agency: 'health' } },
    ])
    expect(body.errors?.[1]).not.toHaveProperty('path')
    expect(codes).toEqual(['AGENCY_UNAVAILABLE', 'AGENCY_ERROR'])
  })

  test('names no field that the client did not select, and says the same once of each place', () => {
    const missing = ['own_0_price', 'hidden', 'number'].map((name) => gapAt(['applicant', 'passports', name]))
    const { body, codes } = disclose({ data: { applicant: { cost: null, passports: null } }, errors: missing })
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ['applicant', 'passports'],
      ['applicant', 'passports', 'number'],
    ])
    expect(codes).toEqual(['AGENCY_UNAVAILABLE', 'AGENCY_UNAVAILABLE'])
    expect(disclose({ data: null, errors: [gapAt(['hidden'])] }).body.errors?.[0]).not.toHaveProperty('path')
  })

  test('knows the paths of each operation of a document by itself', () => {
    const document = parse('query One { a { b } } query Two { a { c } }')
    const missing = [gapAt(['a', 'b']), gapAt(['a', 'c'])]
    for (const [name, paths] of [
      ['One', [['a', 'b'], ['a']]],
      ['Two', [['a'], ['a', 'c']]],
      ['One', [['a', 'b'], ['a']]],
    ] as const) {
      const definition = getOperationAST(document, name)
      const { body } = disclose(
        { data: { a: null }, errors: missing },
        true,
        definition ? { document, definition } : operation,
      )
      expect(body.errors?.map(({ path }) => path)).toEqual(paths)
    }
  })

  test('is not to be asked for again where the operation may not be repeated', () => {
    const answer = { data: { applicant: null }, errors: [gapAt(['applicant'])] }
    expect(disclose(answer, false).body).toMatchObject({ errors: [{ extensions: { retryable: false } }] })
    expect(disclose(answer, true).body).toMatchObject({ errors: [{ extensions: { retryable: true } }] })
  })

  test('leaves what the engine gave as it was', () => {
    const errors = [gapAt(['hidden']), { message: 'Maria', path: ['a'] }]
    const answer = { data: { a: null }, errors }
    const before = structuredClone(answer)
    disclose(answer)
    expect(answer).toEqual(before)
  })
})
