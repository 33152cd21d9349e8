import { describe, expect, test } from '@jest/globals'
import { GraphQLError, getOperationAST, parse } from 'graphql'
import { checkVariables } from '../../../../gateway/operation/checkVariables.ts'
import { errors } from '../../../../platform/errors.ts'
import { applicantSchema } from './support/applicantSchema.ts'

function errorsOf(head: string, variables: Record<string, unknown>): readonly GraphQLError[] {
  const operation = getOperationAST(parse(`query(${head}) { applicant { nik } }`))
  try {
    if (operation) checkVariables(applicantSchema, operation, variables)
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    return all.filter((one) => one instanceof GraphQLError)
  }
  throw new Error('The test has variables that fit.')
}

describe('a variable', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['$nik: NIK!', { nik: 'Maria' }, 'NIK_MALFORMED', 'nik'],
    ['$nik: NIK!', {}, 'BAD_USER_INPUT', 'nik'],
    ['$nik: NIK!', { nik: null }, 'BAD_USER_INPUT', 'nik'],
    ['$nik: Int', { nik: 'Maria' }, 'BAD_USER_INPUT', 'nik'],
    ['$nik: [Int!]', { nik: [1, 'Maria'] }, 'BAD_USER_INPUT', 'nik[1]'],
    [
      '$nik: Filter',
      { nik: { region: '', within: { region: '', niks: ['Maria'] } } },
      'NIK_MALFORMED',
      'nik.within.niks[0]',
    ],
    ['$nik: Filter', { nik: { region: '', Maria: 'Maria' } }, 'BAD_USER_INPUT', 'nik'],
    ['$nik: Choice', { nik: { one: null } }, 'BAD_USER_INPUT', 'nik.one'],
  ])('(%s) with %j is named with what is wrong inside, and its value is not', (head, variables, code, place) => {
    const [error] = errorsOf(head, variables)
    const inside = place === 'nik' ? '' : `, at "${place}"`
    const type = head.replace('$nik: ', '')
    const sentence = `Variable "$nik" has no valid value of type "${type}"${inside}.`
    expect(error?.message).toBe(`${errors[code as 'BAD_USER_INPUT'].en} ${sentence}`)
    expect(error?.extensions).toMatchObject({ code, variable: place })
    expect(error?.locations).toEqual([{ line: 1, column: 7 }])
  })

  test('is told for each of its wrong values, and of a few among thousands', () => {
    const filter = { region: 5318, sex: 'Maria', born: ['a', 1, 'b'] }
    const told = errorsOf('$a: Filter, $b: Int, $c: Filter', { a: filter, b: 'x', c: filter })
    const places = ['region', 'sex', 'born[0]', 'born[2]']
    expect(told.map(({ extensions }) => extensions['variable'])).toEqual([
      ...places.map((place) => `a.${place}`),
      'b',
      ...places.map((place) => `c.${place}`),
    ])
    const many = errorsOf('$a: [Int]', { a: Array.from({ length: 5_000 }, () => 'Maria') })
    expect(many.map(({ extensions }) => extensions['variable'])).toEqual([
      ...Array.from({ length: 10 }, (_none, index) => `a[${index}]`),
      undefined,
    ])
  })

  test('that has a name of objects in general, or no type that a variable can have, is told as any other', () => {
    expect(errorsOf('$constructor: NIK!', {})[0]?.extensions['variable']).toBe('constructor')
    expect(errorsOf('$a: Applicant', { a: 1 })[0]?.extensions['variable']).toBeUndefined()
  })
})
