import { describe, expect, test } from '@jest/globals'
import { buildSchema, graphql } from 'graphql'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import { kindOfFailure } from '../../../../subgraphs/kit/kindOfFailure.ts'

const schema = buildSchema(`
  scalar NIK
  enum Sex { FEMALE MALE }
  interface Paper { number: String }
  type Passport implements Paper { number: String! numbers: [String!] nik: NIK sex: Sex count: Int paper: Paper within: Passport }
  type Query { passport: Passport }`)
Object.assign(schema.getType('NIK') ?? {}, { serialize: NIK.serialize })

const secret = '5318075205999001'

/** The kind of what goes wrong where a passport holds this. */
async function kindIn(field: string, passport: object, selection = field): Promise<string> {
  const { errors } = await graphql({ schema, source: `{ passport { ${selection} } }`, rootValue: { passport } })
  expect(errors).toHaveLength(1)
  return kindOfFailure(errors?.[0]?.originalError ?? errors?.[0])
}

const fails = (): never => {
  throw new Error(secret)
}

describe('the kind of a failure', () => {
  test.each<[string, string, object]>([
    ['a null', 'number', { number: null }],
    ['a null that comes later', 'number', { number: Promise.resolve(null) }],
    ['a null in a list', 'numbers', { numbers: ['1', null] }],
  ])('is NULL for %s where there may be none', async (_what, field, passport) => {
    expect(await kindIn(field, passport)).toBe('NULL')
  })

  test.each<[string, string, object]>([
    ['an unknown enum value', 'sex', { sex: secret }],
    ['an unknown enum value that comes later', 'sex', { sex: Promise.resolve(secret) }],
    ['a text that is no Int', 'count', { count: 'one' }],
    ['a text that is none of our scalar', 'nik', { nik: 'one' }],
    ['what is no list', 'numbers', { numbers: 7 }],
  ])('is UNFIT for %s', async (_what, field, passport) => {
    expect(await kindIn(field, passport)).toBe('UNFIT')
  })

  test('is UNFIT for a type that there is none of', async () => {
    expect(await kindIn('paper', { paper: { __typename: secret } }, 'paper { number }')).toBe('UNFIT')
  })

  test.each<[string, object]>([
    ['a resolver', { number: fails }],
    ['a resolver, later', { number: () => Promise.reject(new Error(secret)) }],
    ['a record that is read', Object.defineProperty({}, 'number', { get: fails })],
    ['nobody, but answered', { number: new Error(secret) }],
  ])('is THROWN for what is thrown by %s', async (_what, passport) => {
    expect(await kindIn('number', passport)).toBe('THROWN')
    expect(await kindIn('within', { within: passport }, 'within { number }')).toBe('THROWN')
  })
})
