import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { GraphQLError, buildSchema, getVariableValues, parse, validate } from 'graphql'
import type { GraphQLFormattedError, GraphQLScalarType, OperationDefinitionNode } from 'graphql'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import { errors } from '../../../../platform/errors.ts'
import { fault } from '../../../../platform/fault.ts'
import { maskError } from '../../../../gateway/disclose/maskError.ts'

const schema = buildSchema(`
  scalar NIK
  enum Sex { FEMALE MALE }
  input Filter { region: String! sex: Sex born: [Int!] within: Filter }
  type Query { applicant(nik: NIK): Applicant applicants(filter: Filter, first: Int, mode: Boolean, share: Float): [Applicant] }
  type Applicant { nik: NIK fullName: String }
`)
const { parseValue, parseLiteral } = NIK
Object.assign(schema.getType('NIK') as GraphQLScalarType, { parseValue, parseLiteral })

/** Masks an error as Apollo Server hands it over, with the code that it gives. */
function mask(cause: unknown, code?: string): GraphQLFormattedError & { readonly reported: readonly unknown[] } {
  const report = jest.fn<(error: unknown) => void>()
  const given = cause instanceof GraphQLError ? cause.toJSON() : { message: String(cause) }
  const extensions = { ...given.extensions, ...(code === undefined ? {} : { code }) }
  const masked = maskError({ ...given, extensions }, cause, { correlationId: 'test-correlation', report })
  return { ...masked, reported: report.mock.calls.map(([error]) => error) }
}

function syntaxErrorOf(text: string): GraphQLError {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof GraphQLError) return error
  }
  throw new Error('The test has a text that parses.')
}

/** Masks the first validation error of an operation, wrapped as Apollo Server wraps it. */
function maskInvalid(text: string): ReturnType<typeof mask> {
  const [error] = validate(schema, parse(text))
  if (error === undefined) throw new Error('The test has a valid operation.')
  const { nodes, extensions, originalError = error } = error
  const code = 'GRAPHQL_VALIDATION_FAILED'
  const place = nodes === undefined ? {} : { nodes }
  return mask(new GraphQLError(error.message, { ...place, originalError, extensions: { ...extensions, code } }), code)
}

function maskVariables(head: string, variables: Record<string, unknown>): ReturnType<typeof mask> {
  const operation = parse(`query(${head}) { applicant { nik } }`).definitions[0] as OperationDefinitionNode
  const { errors: found = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  return mask(found[0])
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
    ['a text', 'Maria'],
    ['nothing', undefined],
  ])('is reported and leaves as INTERNAL: %s', (_what, cause) => {
    const masked = mask(cause)
    expect(masked.message).toBe(errors.INTERNAL.en)
    expect(masked.extensions).toMatchObject({ code: 'INTERNAL', correlationId: 'test-correlation' })
    expect(JSON.stringify({ ...masked, reported: [] })).not.toContain('Maria')
    expect(masked.reported).toEqual([cause])
  })

  test('is reported as what was thrown first', () => {
    const first = new TypeError('a defect')
    const second = new GraphQLError('a', { originalError: first })
    expect(mask(new GraphQLError('b', { originalError: second })).reported).toEqual([first])
  })

  test('is reported although it goes in a circle', () => {
    const error = new GraphQLError('a')
    Object.defineProperty(error, 'originalError', { value: error })
    expect(mask(error).reported).toEqual([error])
  })

  test('is masked without extensions too', () => {
    const report = (): void => undefined
    const masked = maskError({ message: 'Maria' }, undefined, { correlationId: 'test-correlation', report })
    expect(masked).toMatchObject({ message: errors.INTERNAL.en, extensions: { code: 'INTERNAL' } })
  })
})

describe('a variable', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['$nik: NIK!', { nik: 'Maria' }, 'NIK_MALFORMED'],
    ['$nik: NIK!', {}, 'BAD_USER_INPUT'],
    ['$nik: NIK!', { nik: null }, 'BAD_USER_INPUT'],
    ['$nik: [Int!]', { nik: ['Maria'] }, 'BAD_USER_INPUT'],
    ['$nik: Filter', { nik: { region: 'Maria', sex: 'Maria', Maria: 'Maria' } }, 'BAD_USER_INPUT'],
  ])('(%s) with %j is named, and its value is not', (head, variables, code) => {
    const { message, extensions, locations, reported } = maskVariables(head, variables)
    const type = head.replace('$nik: ', '')
    expect(message).toBe(`${errors[code as 'BAD_USER_INPUT'].en} Variable "$nik" has no valid value of type "${type}".`)
    expect(extensions?.['code']).toBe(code)
    expect(locations).toEqual([{ line: 1, column: 7 }])
    expect(reported).toEqual([])
  })
})

describe('a text that is no GraphQL', () => {
  test.each([
    ['{ applicant(nik: ) { nik } }', 'Syntax Error: Unexpected ")".'],
    ['{', 'Syntax Error: Expected Name, found <EOF>.'],
    ['{ a(b: 1 Maria) }', 'Syntax Error: Expected ":", found ")".'],
    ['{ a(b "Maria") }', 'Syntax Error: Expected ":", found String.'],
    ['{ a(b """Maria""") }', 'Syntax Error: Expected ":", found BlockString.'],
    ['{ a(b 5318075205999001) }', 'Syntax Error: Expected ":", found Int.'],
    ['{ a } Maria', 'Syntax Error: Unexpected Name.'],
    ['"(\\" Maria', 'Syntax Error: Unterminated string.'],
    ['{ a(b "(\\" Maria") }', 'Syntax Error: Expected ":", found String.'],
    ['fragment a Maria { b }', 'Syntax Error: Expected "on", found Name.'],
    ['{ a(b: 01Maria) }', 'Syntax Error: Invalid number, unexpected digit after 0.'],
    ['{ a(b: "\\Maria") }', 'Syntax Error: Invalid character escape sequence.'],
    [
      "{ a(b: 'Maria') }",
      `Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (")?`,
    ],
    ['{ a(b: ?) }', 'Syntax Error: Unexpected character.'],
  ])('%s says where and why, and quotes nothing', (text, sentence) => {
    const masked = mask(syntaxErrorOf(text), 'GRAPHQL_PARSE_FAILED')
    expect(masked.message).toBe(`${errors.GRAPHQL_PARSE_FAILED.en} ${sentence}`)
    expect(masked.locations).toHaveLength(1)
    expect(masked.message).not.toMatch(/Maria|5318/)
  })

  test('is told of even when the parser was not ours', () => {
    expect(mask(new Error('Maria'), 'GRAPHQL_PARSE_FAILED').message).toBe(errors.GRAPHQL_PARSE_FAILED.en)
  })
})

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
    const masked = maskInvalid(text)
    expect(masked.message).toBe(`${errors.GRAPHQL_VALIDATION_FAILED.en} ${sentence}`)
    expect(masked.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(masked.locations).not.toHaveLength(0)
  })

  test('keeps the code of a scalar of ours, and its text', () => {
    const masked = maskInvalid('{ applicant(nik: "Maria") { nik } }')
    expect(masked).toMatchObject({ message: errors.NIK_MALFORMED.en, extensions: { code: 'NIK_MALFORMED' } })
  })

  test('is told in a few words, however long its names are', () => {
    const { message } = maskInvalid(`{ ${'a'.repeat(10_000)} }`)
    expect(message.length).toBeLessThan(400)
  })

  test('is told in the words of the table when nothing else is known', () => {
    const error = new GraphQLError('Maria', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })
    expect(mask(error).message).toBe(errors.GRAPHQL_VALIDATION_FAILED.en)
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
        for (const error of validate(schema, parse(`{ ${field}(${name}: ${text}) { nik } }`))) {
          const { reported: _reported, ...masked } = mask(error, 'GRAPHQL_VALIDATION_FAILED')
          expect(JSON.stringify(masked)).not.toContain(secret)
        }
      }),
    )
  })
})
