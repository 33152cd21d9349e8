import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getIntrospectionQuery } from 'graphql'
import { errorOf } from '../../support/errorOf.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

const graphqlJson = { accept: 'application/graphql-response+json' }

let bookshop: Bookshop
let gateway: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
  gateway = await startGateway(bookshop.supergraph)
})

afterAll(async () => {
  await gateway.stop()
  await bookshop.stop()
})

describe('an operation that is too large', () => {
  const tooLarge: readonly (readonly [limit: string, query: string])[] = [
    ['tokens', `{ ${'title '.repeat(10_000)} }`],
    ['fields', `{ books { ${'title '.repeat(1_100)} } }`],
    ['depth', `{ book(id: 1) { ${'sequel { '.repeat(200)} id ${'}'.repeat(200)} } }`],
    ['depth', `{ price(of: ${'{ or: '.repeat(200)} {} ${'}'.repeat(200)}) }`],
    ['depth', `query ($of: PriceOf = ${'{ or: '.repeat(200)} {} ${'}'.repeat(200)}) { price(of: $of) }`],
    ['depth', `{ ${'... { '.repeat(1_500)} __typename ${'}'.repeat(1_500)} }`],
    ['depth', `{ book(id: 1) { ${'... on Book { '.repeat(100)} title ${'}'.repeat(100)} } }`],
    [
      'depth',
      `{ ...F0 } ${Array.from({ length: 400 }, (_, index) => `fragment F${index} on Query { ...F${index + 1} }`).join(' ')}
       fragment F400 on Query { __typename }`,
    ],
    ['aliases', `{ books { ${Array.from({ length: 101 }, (_, index) => `a${index}: title`).join(' ')} } }`],
    ['rootFields', `{ ${'__typename '.repeat(21)} }`],
    ['directives', `{ books { title ${'@skip(if: false) '.repeat(101)} } }`],
  ]

  it.each(tooLarge)('is refused for its %s before it is validated or planned', async (limit, query) => {
    const answer = await gateway.post({ query }, graphqlJson)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('OPERATION_TOO_LARGE'))
    expect(answer.body.errors?.[0]?.extensions).toMatchObject({ limit })
  })

  it.each([
    [100, 400, 'OPERATION_TOO_LARGE'],
    [4_000, 400, 'OPERATION_TOO_LARGE'],
    [30_000, 413, 'BODY_TOO_LARGE'],
  ] as const)('is refused with a variable that holds %d values inside one another', async (levels, status, code) => {
    const before = bookshop.books.requests.length
    const of = `${'{"or":'.repeat(levels)}{}${'}'.repeat(levels)}`
    const query = 'query ($of: PriceOf) { price(of: $of) }'
    const answer = await gateway.post(`{"query":"${query}","variables":{"of":${of}}}`, graphqlJson)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual(errorOf(code))
    expect(bookshop.books.requests).toHaveLength(before)
  })

  it('is refused at once when fragments spread out to more fields than there are atoms', async () => {
    const fragments = Array.from(
      { length: 400 },
      (_, index) => `fragment F${index} on Book { ...F${index + 1} ...F${index + 1} }`,
    )
    const query = `{ books { ...F0 } } ${fragments.join(' ')} fragment F400 on Book { title }`
    const begin = performance.now()
    const { body } = await gateway.post({ query })
    expect(performance.now() - begin).toBeLessThan(1_000)
    expect(body).toEqual(errorOf('OPERATION_TOO_LARGE'))
  })

  it('is refused when a fragment is inside itself', async () => {
    const { body } = await gateway.post({
      query: '{ books { ...A } } fragment A on Book { title ...B } fragment B on Book { ...A }',
    })
    expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  it('is refused when it is nested so deep that a parser would run out of stack', async () => {
    const generous = await startGateway(bookshop.supergraph, { MAX_TOKENS: '100000' })
    const { body } = await generous.post({ query: '{ a'.repeat(20_000) })
    await generous.stop()
    expect(body).toEqual(errorOf('OPERATION_TOO_LARGE'))
  })

  it('leaves room for fragments around every field of a deep operation', async () => {
    const around = '{ ... on Book { ... { sequel '
    const query = `{ book(id: "1") ${around.repeat(14)} { id } ${'} } }'.repeat(14)} }`
    const { body } = await gateway.post({ query })
    expect(body).toMatchObject({ data: { book: { sequel: null } } })
  })

  it('leaves room for the introspection of the explorer', async () => {
    const { status, body } = await gateway.post({ query: getIntrospectionQuery({ inputValueDeprecation: true }) })
    expect(status).toBe(200)
    expect(body.data).toHaveProperty('__schema')
  })

  it('leaves no harm behind', async () => {
    const { body } = await gateway.post({ query: '{ book(id: "1") { title } }' })
    expect(body).toMatchObject({ data: { book: { title: 'Laskar Pelangi' } } })
  })
})
