import { describe, expect, jest, test } from '@jest/globals'
import { buildSchema } from 'graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { NIK } from '../../../../schema/scalars/NIK.ts'
import { checkReference } from '../../../../subgraphs/kit/checkReference.ts'

const schema = buildSchema(`
  scalar NIK
  enum Status { SINGLE MARRIED }
  directive @key(fields: String!) repeatable on OBJECT
  type Applicant @key(fields: "nik") @key(fields: "card { number issuer }") { nik: NIK! card: Card fullName: String status: Status passports: [Passport!] }
  type Passport { number: String }
  type Card { number: String issuer: String }
  type Query { applicant: Applicant }
`)
Object.assign(schema.getType('NIK') ?? {}, { parseValue: NIK.parseValue })
const info = { schema } as GraphQLResolveInfo
const nik = '5318075205999001'

describe('a checked reference', () => {
  test('is resolved as before when its scalars are in order', async () => {
    const resolve = jest.fn((representation: object, _context: unknown, _info: GraphQLResolveInfo) => ({
      resolved: representation,
    }))
    const representation = {
      __typename: 'Applicant',
      nik,
      fullName: null,
      status: 'MARRIED',
      passports: [{ number: 'X1' }],
      unknown: 1,
    }
    const context = {}
    await expect(checkReference(resolve)(representation, context, info)).resolves.toEqual({ resolved: representation })
    expect(resolve).toHaveBeenCalledWith(representation, context, info)
  })

  test.each([
    ['a malformed key', { nik: '123' }, 'NIK_MALFORMED'],
    ['a key of another kind', { nik: 5318075205999001 }, 'NIK_MALFORMED'],
    ['no key', { fullName: 'A' }, 'BAD_USER_INPUT'],
    ['a key that is null', { nik: null }, 'BAD_USER_INPUT'],
    ['half a key', { card: { number: '1' } }, 'BAD_USER_INPUT'],
    ['a key of another form', { card: 'X1' }, 'BAD_USER_INPUT'],
    ['a value that an enum does not have', { nik, status: 'ENGAGED' }, undefined],
    ['a value of another kind', { nik, fullName: 7 }, undefined],
  ])('is refused for %s, and never reaches the source', async (_what, fields, code) => {
    const resolve = jest.fn(() => null)
    const refused = checkReference(resolve)({ __typename: 'Applicant', ...fields }, {}, info)
    await expect(refused).rejects.toMatchObject(
      code === undefined ? { name: 'GraphQLError' } : { extensions: { code } },
    )
    expect(resolve).not.toHaveBeenCalled()
  })

  test('may be by any of its keys', async () => {
    const representation = { __typename: 'Applicant', card: { number: '1', issuer: 'A' } }
    await expect(checkReference(() => 'resolved')(representation, {}, info)).resolves.toBe('resolved')
  })

  test.each([{}, { __typename: 'Nothing', nik: '123' }, { __typename: 'Status' }])(
    'leaves %j to the resolver, since there is nothing to check it by',
    async (representation) => {
      await expect(checkReference(() => 'resolved')(representation, {}, info)).resolves.toBe('resolved')
    },
  )
})
