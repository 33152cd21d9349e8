import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { errorOf } from '../../support/errorOf.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { GraphBody, TestGateway } from '../../support/startGateway.ts'
import { startHttpStub } from '../../support/startHttpStub.ts'

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

async function send(
  init: RequestInit,
  path = '/graphql',
): Promise<{ status: number; headers: Headers; body: GraphBody }> {
  const response = await fetch(gateway.origin + path, init)
  return { status: response.status, headers: response.headers, body: (await response.json()) as GraphBody }
}

describe('a request that is no GraphQL request', () => {
  it.each([
    ['broken JSON', '{ "query": ', undefined],
    ['no JSON at all', 'query { books { id } }', undefined],
    ['an empty object', '{}', 'query'],
    ['a list of requests', '[{"query":"{ __typename }"}]', undefined],
    ['a query that is no text', '{"query":["{ __typename }"]}', 'query'],
    ['an empty query', '{"query":""}', 'query'],
    ['variables that are no object', '{"query":"{ __typename }","variables":[1]}', 'variables'],
    ['a name that is no text', '{"query":"{ __typename }","operationName":{}}', 'operationName'],
    ['extensions that are no object', '{"query":"{ __typename }","extensions":"a"}', 'extensions'],
    ['a persisted query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}', 'extensions'],
    [
      'a hash in upper case',
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'A'.repeat(64)}"}}}`,
      'extensions',
    ],
    ['a prototype', '{"query":"{ __typename }","variables":{"__proto__":{"admin":true}}}', undefined],
  ])('is refused with 400: %s', async (_what, body, parameter) => {
    const answer = await gateway.post(body)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('BAD_REQUEST'))
    expect(answer.body.errors?.[0]?.extensions['parameter']).toBe(parameter)
  })

  it.each([
    ['?query=%7B__typename%7D&query=%7B__typename%7D', 'query'],
    ['?query=%7B__typename%7D&variables=%7B', 'variables'],
    ['?variables=%7B%7D', 'query'],
    ['', 'query'],
  ])('is refused over GET: %s', async (search, parameter) => {
    const answer = await send({}, `/graphql${search}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('BAD_REQUEST'))
    expect(answer.body.errors?.[0]?.extensions['parameter']).toBe(parameter)
  })

  it('is refused with 413 when its body is larger than 256 KiB', async () => {
    const answer = await gateway.post({ query: `{ __typename } # ${'x'.repeat(300 * 1024)}` })
    expect(answer.status).toBe(413)
    expect(answer.body).toEqual(errorOf('BODY_TOO_LARGE'))
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'application/graphql',
    'nonsense',
  ])('is refused with 415 as %s, which is never read as JSON', async (type) => {
    const answer = await gateway.post({ query: '{ __typename }' }, { 'content-type': type })
    expect(answer.status).toBe(415)
    expect(answer.body).toEqual(errorOf('CONTENT_TYPE_UNSUPPORTED'))
  })

  it('is refused with 415 when a GET has a content type of its own', async () => {
    const answer = await send({ headers: { 'content-type': 'text/plain' } }, '/graphql?query=%7B__typename%7D')
    expect(answer.status).toBe(415)
    expect(answer.body).toEqual(errorOf('CONTENT_TYPE_UNSUPPORTED'))
  })

  it('is refused with 406 when the client takes none of our media types, and nothing is done for it', async () => {
    const before = bookshop.books.requests.length
    const answer = await gateway.post({ query: 'mutation { addBook(title: "x") { id } }' }, { accept: 'text/html' })
    expect(answer.status).toBe(406)
    expect(answer.body).toEqual(errorOf('NOT_ACCEPTABLE'))
    expect(bookshop.books.requests).toHaveLength(before)
  })

  it.each(['application/json;charset=utf-16', 'application/graphql-response+json; charset="iso-8859-1", text/html'])(
    'is refused with 406 when the client takes our media types in no charset of ours: %s',
    async (accept) => {
      const before = bookshop.books.requests.length
      const answer = await gateway.post({ query: 'mutation { addBook(title: "x") { id } }' }, { accept })
      expect(answer.status).toBe(406)
      expect(answer.body).toEqual(errorOf('NOT_ACCEPTABLE'))
      expect(bookshop.books.requests).toHaveLength(before)
    },
  )

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('is refused with 405 as %s', async (method) => {
    const answer = await send({ method })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, POST')
    expect(answer.body).toEqual(errorOf('METHOD_NOT_ALLOWED'))
  })

  it.each(['/nothing', '/graphql/more', '/metrics', '/health/other'])('finds nothing at %s', async (path) => {
    const answer = await send({}, path)
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual(errorOf('NOT_FOUND'))
  })

  it('has the same error shape where its address cannot be read', async () => {
    const answer = await send({}, '/%zz')
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('BAD_REQUEST'))
  })
})

describe('an operation that cannot run', () => {
  it.each([
    ['GRAPHQL_PARSE_FAILED', '{ books { id }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ books { isbn } }'],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { __typename } query B { __typename }'],
  ])('is refused as %s: with 400, or with 200 where the client takes plain JSON alone', async (code, query) => {
    const answer = await gateway.post({ query }, graphqlJson)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/graphql-response+json')
    expect(answer.body).toEqual(errorOf(code))
    const plain = await gateway.post({ query }, { accept: 'application/json' })
    expect(plain.status).toBe(200)
    expect(plain.body).toEqual(errorOf(code))
  })

  it('is told what is wrong and where', async () => {
    const { body } = await gateway.post({ query: '{\n  books { isbn }\n}' })
    expect(body.errors?.[0]?.message).toContain('Cannot query field "isbn" on type "Book".')
    expect(body.errors?.[0]?.locations).toEqual([{ line: 2, column: 11 }])
  })

  it.each([
    ['mutation { __typename }', {}],
    ['mutation { anything }', {}],
    ['subscription { __typename }', { accept: 'application/json' }],
  ])('is refused before it is planned where the schema has no type for it: %s', async (query, headers) => {
    const words = [{ name: 'words', url: 'http://127.0.0.1:9/graphql', sdl: 'type Query { word: String }' }]
    const queries = await startGateway(composeSupergraph(words))
    const answer = await queries.post({ query }, { ...graphqlJson, ...headers })
    await queries.stop()
    expect(answer.status).toBe('accept' in headers ? 200 : 400)
    expect(answer.body).toEqual(errorOf('GRAPHQL_VALIDATION_FAILED'))
  })

  it('is told at most ten errors, and that there are more', async () => {
    const { body } = await gateway.post({ query: `{ ${'nothing '.repeat(15)} }` })
    expect(body.errors?.length).toBe(11)
  })

  it('is not told the values it came with', async () => {
    const written = await gateway.post({ query: '{ books(first: "5318075205999001") { id } }' })
    const given = await gateway.post({
      query: 'query ($first: Int) { books(first: $first) { id } }',
      variables: { first: '5318075205999001' },
    })
    expect(given.body).toEqual(errorOf('BAD_USER_INPUT'))
    expect(JSON.stringify([written.body, given.body])).not.toContain('5318075205999001')
  })

  it('is told of few errors among thousands of wrong values', async () => {
    const ids = Array.from({ length: 20_000 }, () => true)
    const { body } = await gateway.post({
      query: 'query ($of: PriceOf) { price(of: $of) }',
      variables: { of: { ids } },
    })
    expect(body.errors?.length).toBeLessThan(20)
  })
})

describe('a malformed NIK', () => {
  const scalars = readFileSync('schema/scalars.graphql', 'utf8')
  const sdl = `${scalars} type Query { name(nik: NIK!, on: Date): String }`

  it.each([
    ['in a variable', { query: 'query ($nik: NIK!) { name(nik: $nik) }', variables: { nik: '5318079905999001' } }],
    ['in the text', { query: '{ name(nik: "5318079905999001") }' }],
  ])('is refused %s before any agency is called, and not repeated', async (_where, request) => {
    const agency = await startHttpStub((response) => response.end())
    const ours = await startGateway(composeSupergraph([{ name: 'identity', url: agency.url, sdl }]))
    const answer = await ours.post(request, graphqlJson)
    await Promise.all([ours.stop(), agency.stop()])
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual(errorOf('NIK_MALFORMED'))
    expect(JSON.stringify(answer.body)).not.toContain('5318079905999001')
    expect(agency.requests).toEqual([])
    expect(JSON.stringify(ours.lines())).not.toContain('5318079905999001')
  })
})
