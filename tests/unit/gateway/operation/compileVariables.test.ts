import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { getOperationAST, getVariableValues, parse } from 'graphql'
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { checkVariables } from '../../../../gateway/operation/checkVariables.ts'
import { compileVariables } from '../../../../gateway/operation/compileVariables.ts'
import { applicantSchema } from './support/applicantSchema.ts'

/** An operation with these variables. */
function operationOf(head: string): OperationDefinitionNode {
  const operation = getOperationAST(parse(`query(${head}) { applicant { nik } }`))
  if (!operation) throw new Error('There is one operation.')
  return operation
}

type Variables = Readonly<Record<string, unknown>>

/** What reading comes to, or the faults that it throws, with where they are. */
function outcomeOf(read: (variables: Variables) => Variables, variables: Variables): unknown {
  try {
    const coerced = read(variables)
    return { keys: Reflect.ownKeys(coerced), prototype: Object.getPrototypeOf(coerced) as unknown, coerced }
  } catch (error) {
    return { errors: error instanceof AggregateError ? error.errors.map(String) : error }
  }
}

const definitions = [
  '$a: NIK',
  '$a: NIK!',
  '$a: Sex',
  '$a: Sex! = MALE',
  '$a: Int',
  '$a: Int = 7',
  '$a: Int = null',
  '$a: Float!',
  '$a: [Int!]',
  '$a: [[Sex]!]! = [[MALE], []]',
  '$a: Filter',
  '$a: [Filter!]',
  '$a: Filter = { region: "63", born: 1990, within: { region: "6371" } }',
  '$a: Choice',
  '$a: Applicant',
  '$a: [Missing]',
]

const text = fc.constantFrom('63', 'MALE', 'FEMALE', '5318075205990001', 'region', '')
const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined))
const key = fc.constantFrom('region', 'sex', 'born', 'within', 'one', 'other', '__proto__', 'toString')

/** What JSON can hold, more often than not of the kind that is asked for. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('object'), tie('filter')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  filter: fc.record(
    {
      region: fc.constant('63'),
      sex: fc.constantFrom('MALE', null),
      born: fc.oneof(fc.integer(), fc.array(fc.integer(), { maxLength: 2 })),
      within: tie('value'),
    },
    { requiredKeys: ['region'] },
  ),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries) as unknown),
}))

const given = fc.oneof(
  { weight: 6, arbitrary: value.map((a): Variables => ({ a })) },
  fc.constant<Variables>({}),
  fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', 'toString'), value)).map(
    // As JSON.parse makes them: each key is its own.
    (entries) => Object.fromEntries(entries) as Variables,
  ),
)

function readBoth(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables) {
  const read = compileVariables(schema, operation)
  return {
    ours: outcomeOf(read, variables),
    again: outcomeOf(read, variables),
    theirs: outcomeOf((all) => checkVariables(schema, operation, all), variables),
  }
}

describe('variables', () => {
  it('are read as graphql reads them, however they are given, and refused in the same words', () => {
    const property = fc.property(fc.constantFrom(...definitions), given, (head, variables) => {
      const { ours, again, theirs } = readBoth(applicantSchema, operationOf(head), variables)
      expect(ours).toStrictEqual(theirs)
      expect(again).toStrictEqual(theirs)
    })
    fc.assert(property, { numRuns: 1_000 })
  })

  it('fit each type now and then, and now and then do not, when they are drawn like this', () => {
    const drawn = fc.sample(given, { numRuns: 300, seed: 1 })
    for (const head of definitions) {
      const { variableDefinitions = [] } = operationOf(head)
      const outcomes = drawn.map(
        (variables) => getVariableValues(applicantSchema, variableDefinitions, variables).errors,
      )
      expect(outcomes.some((errors) => errors === undefined)).toBe(!/Applicant|Missing/.test(head))
      expect(outcomes.some((errors) => errors !== undefined)).toBe(true)
    }
  })

  it('may have any name', () => {
    const head = '$__proto__: Int, $toString: Int!, $constructor: Int = 3, $hasOwnProperty: Filter'
    for (const variables of ['{}', '{"toString":1}', '{"__proto__":2,"toString":1}', '{"__proto__":{"toString":1}}']) {
      const { ours, theirs } = readBoth(applicantSchema, operationOf(head), JSON.parse(variables) as Variables)
      expect(ours).toStrictEqual(theirs)
    }
  })

  it('are refused in little time, however many are wrong', () => {
    const read = compileVariables(applicantSchema, operationOf('$a: [Int!]'))
    const wrong = { a: Array.from({ length: 200_000 }, () => 'Maria') }
    const begin = performance.now()
    expect(() => read(wrong)).toThrow(AggregateError)
    expect(performance.now() - begin).toBeLessThan(500)
  })
})
