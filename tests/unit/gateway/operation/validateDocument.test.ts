import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { GraphQLError, parse } from 'graphql'
import { validateDocument } from '../../../../gateway/operation/validateDocument.ts'
import { errors } from '../../../../platform/errors.ts'
import { applicantSchema } from './support/applicantSchema.ts'

function errorsOf(text: string): readonly GraphQLError[] {
  try {
    validateDocument(applicantSchema, parse(text), true)
    return []
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return all.filter((one) => one instanceof GraphQLError)
  }
}

function errorOf(text: string): GraphQLError {
  const [error] = errorsOf(text)
  if (error === undefined) throw new Error('The test has a valid operation.')
  return error
}

describe('an operation that does not fit the schema', () => {
  test.each([
    ['{ applicant { passport } }', 'Cannot query field "passport" on type "Applicant".'],
    ['{ applicants(first: "Maria") { nik } }', 'Int cannot represent non-integer value: <text>'],
    ['{ applicants(first: 1.5318) { nik } }', 'Int cannot represent non-integer value: <number>'],
    ['{ applicants(mode: 5318) { nik } }', 'Boolean cannot represent a non boolean value: <number>'],
    ['{ applicants(filter: { region: Maria }) { nik } }', 'String cannot represent a non string value: <name>'],
    ['{ applicants(filter: "Maria") { nik } }', 'Expected value of type "Filter", found <text>.'],
    ['{ applicants(share: [5318, "Maria"]) { nik } }', 'Float cannot represent non numeric value: <list>'],
    ['{ applicants(share: { a: "Maria" }) { nik } }', 'Float cannot represent non numeric value: <object>'],
    ['{ applicants(filter: { region: "", sex: UNKNOWN }) { nik } }', 'Value <name> does not exist in "Sex" enum.'],
    [
      '{ applicants(filter: { region: "", sex: "Maria" }) { nik } }',
      'Enum "Sex" cannot represent non-enum value: <text>.',
    ],
    ['query A($a: Int) { applicant { nik } }', 'Variable "$a" is never used in operation "A".'],
    ['{ applicants(filter: null) { nik } b }', 'Cannot query field "b" on type "Query".'],
  ])('%s is told why, without values', (text, sentence) => {
    const masked = errorOf(text)
    expect(masked.message).toBe(`${errors.GRAPHQL_VALIDATION_FAILED.en} ${sentence}`)
    expect(masked.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(masked.locations).not.toHaveLength(0)
  })

  test.each([
    ['{ applicant(nik: "Maria") { nik } }', ' Argument "nik" has no valid value.', { argument: 'nik' }],
    [
      '{ applicants(filter: { region: "", within: { region: "", niks: ["Maria"] } }) { nik } }',
      ' Argument "filter.within.niks" has no valid value.',
      { argument: 'filter.within.niks' },
    ],
    [
      'query A($nik: NIK = "Maria") { applicant(nik: $nik) { nik } }',
      ' Variable "$nik" has no valid default.',
      { variable: 'nik' },
    ],
    [
      'query A($of: Filter = { region: "", niks: "Maria" }) { applicants(filter: $of) { nik } }',
      ' Variable "$of.niks" has no valid default.',
      { variable: 'of.niks' },
    ],
  ])('keeps the code of a scalar of ours, and says where: %s', (text, where, place) => {
    const masked = errorOf(text)
    expect(masked.message).toBe(`${errors.NIK_MALFORMED.en}${where}`)
    const { retryable: _retryable, translations: _translations, ...told } = masked.extensions
    expect(told).toEqual({ code: 'NIK_MALFORMED', ...place })
  })

  test('is told in a few words, however long its names are', () => {
    const { message } = errorOf(`{ ${'a'.repeat(10_000)} }`)
    expect(message.length).toBeLessThan(400)
  })

  test('never shows a value, whatever it is', () => {
    const secret = 'SECRET'
    const { tie: value } = fc.letrec<{ tie: string; text: string; list: string; object: string }>((tie) => ({
      text: fc.string().map((text) => JSON.stringify(`${text}${secret}${text}`)),
      list: fc.array(tie('tie'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      object: tie('tie').map((item) => `{ region: ${item}, sex: ${secret} }`),
      tie: fc.oneof({ maxDepth: 3 }, tie('text'), fc.constant(secret), fc.constant('99'), tie('list'), tie('object')),
    }))
    const argument = fc.constantFrom('first', 'mode', 'share', 'filter', 'nik')
    fc.assert(
      fc.property(argument, value, (name, text) => {
        const field = name === 'nik' ? 'applicant' : 'applicants'
        for (const error of errorsOf(`{ ${field}(${name}: ${text}) { nik } }`)) {
          expect(JSON.stringify(error)).not.toContain(secret)
        }
      }),
    )
  })
})
