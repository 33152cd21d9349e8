import { describe, expect, test } from '@jest/globals'
import { GraphQLError, getOperationAST, parse } from 'graphql'
import { checkVariables } from '../../../../gateway/operation/checkVariables.ts'
import { errors } from '../../../../platform/errors.ts'
import { applicantSchema } from './support/applicantSchema.ts'

function errorOf(head: string, variables: Record<string, unknown>): GraphQLError {
  const operation = getOperationAST(parse(`query(${head}) { applicant { nik } }`))
  try {
    if (operation) checkVariables(applicantSchema, operation, variables)
  } catch (error) {
    const all: readonly unknown[] = error instanceof AggregateError ? error.errors : [error]
    const [first] = all
    if (first instanceof GraphQLError) return first
  }
  throw new Error('The test has variables that fit.')
}

describe('a variable', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['$nik: NIK!', { nik: 'Maria' }, 'NIK_MALFORMED'],
    ['$nik: NIK!', {}, 'BAD_USER_INPUT'],
    ['$nik: NIK!', { nik: null }, 'BAD_USER_INPUT'],
    ['$nik: [Int!]', { nik: ['Maria'] }, 'BAD_USER_INPUT'],
    ['$nik: Filter', { nik: { region: 'Maria', sex: 'Maria', Maria: 'Maria' } }, 'BAD_USER_INPUT'],
  ])('(%s) with %j is named, and its value is not', (head, variables, code) => {
    const { message, extensions, locations } = errorOf(head, variables)
    const type = head.replace('$nik: ', '')
    expect(message).toBe(`${errors[code as 'BAD_USER_INPUT'].en} Variable "$nik" has no valid value of type "${type}".`)
    expect(extensions['code']).toBe(code)
    expect(locations).toEqual([{ line: 1, column: 7 }])
  })
})
