import { describe, expect, test } from '@jest/globals'
import { GraphQLError, buildSchema, getOperationAST, parse } from 'graphql'
import type { GraphQLScalarType } from 'graphql'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import { errors } from '../../../../platform/errors.ts'
import { checkVariables } from '../../../../gateway/operation/checkVariables.ts'

const schema = buildSchema(`
  scalar NIK
  enum Sex { FEMALE MALE }
  input Filter { region: String! sex: Sex born: [Int!] within: Filter }
  type Query { applicant(nik: NIK): Applicant applicants(filter: Filter, first: Int, mode: Boolean, share: Float): [Applicant] }
  type Applicant { nik: NIK fullName: String }
`)
const { parseValue, parseLiteral } = NIK
Object.assign(schema.getType('NIK') as GraphQLScalarType, { parseValue, parseLiteral })

function errorOf(head: string, variables: Record<string, unknown>): GraphQLError {
  const operation = getOperationAST(parse(`query(${head}) { applicant { nik } }`))
  try {
    if (operation) checkVariables(schema, operation, variables)
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
