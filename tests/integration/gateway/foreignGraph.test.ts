import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { composeSupergraph } from '../../support/composeSupergraph.ts'
import { startBookshop } from '../../support/startBookshop.ts'
import type { Bookshop } from '../../support/startBookshop.ts'
import { startGateway } from '../../support/startGateway.ts'
import type { TestGateway } from '../../support/startGateway.ts'

let bookshop: Bookshop
let gateway: TestGateway

beforeAll(async () => {
  bookshop = await startBookshop()
  gateway = await startGateway(bookshop.supergraph)
})

afterEach(() => {
  bookshop.books.behaveAs(null)
  bookshop.reviews.behaveAs(null)
})

afterAll(async () => {
  await gateway.stop()
  await bookshop.stop()
})

describe('a graph that is not ours', () => {
  it('is answered across its subgraphs, with the provenance of each', async () => {
    const { status, body } = await gateway.post({ query: '{ books(first: 2) { title reviews { stars } } }' })
    expect(status).toBe(200)
    expect(body.data).toEqual({
      books: [
        { title: 'Laskar Pelangi', reviews: [{ stars: 1 }] },
        { title: 'Bumi Manusia', reviews: [{ stars: 2 }] },
      ],
    })
    expect(body.errors).toBeUndefined()
    expect(body.extensions).toEqual({
      provenance: [
        { agency: 'books', source: 'LIVE', asOf: expect.any(String), entities: expect.objectContaining({ live: 1 }) },
        { agency: 'reviews', source: 'LIVE', asOf: expect.any(String), entities: expect.objectContaining({ live: 2 }) },
      ],
    })
  })

  it('may be changed by a mutation, whose answer goes on to the other subgraph', async () => {
    const { body } = await gateway.post({
      query: 'mutation Add($title: String!) { addBook(title: $title) { id title reviews { stars } } }',
      variables: { title: 'Gadis Kretek' },
    })
    expect(body.data).toEqual({ addBook: { id: '4', title: 'Gadis Kretek', reviews: [{ stars: 4 }] } })
  })

  it('is not changed over GET', async () => {
    const before = bookshop.books.requests.length
    const url = new URL(gateway.url)
    url.searchParams.set('query', 'mutation { addBook(title: "By GET") { id } }')
    const response = await fetch(url)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toContain('POST')
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }] })
    expect(bookshop.books.requests).toHaveLength(before)
  })

  it('is asked with GET for a query, its variables and its name', async () => {
    const url = new URL(gateway.url)
    url.searchParams.set('query', 'query One($id: ID!) { book(id: $id) { title } } query Other { __typename }')
    url.searchParams.set('variables', '{"id":"1"}')
    url.searchParams.set('operationName', 'One')
    const response = await fetch(url)
    expect(await response.json()).toMatchObject({ data: { book: { title: 'Laskar Pelangi' } } })
  })

  it('is asked with GET for its only operation by an empty name', async () => {
    const response = await fetch(`${gateway.url}?query={__typename}&operationName=`)
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } })
  })

  it('is asked with GET for a query with further question marks in it', async () => {
    const text = encodeURI('query ($id: ID! = "?") { book(id: $id) { id } }').replaceAll('%3F', '?')
    const response = await fetch(`${gateway.url}?query=${text}&variables={"id":"1"}`)
    expect(await response.json()).toMatchObject({ data: { book: { id: '1' } } })
  })

  it('keeps the meaning of its own scalars', async () => {
    const { body } = await gateway.post({ query: '{ printedOn(date: "some day in May") { id } }' })
    expect(body.errors).toBeUndefined()
    expect(body.data).toHaveProperty('printedOn')
  })

  it('is answered with a gap where a subgraph is silent, and the rest stands', async () => {
    bookshop.reviews.behaveAs((response) => response.writeHead(500).end())
    const { status, body } = await gateway.post({ query: '{ book(id: "1") { title reviews { stars } } }' })
    expect(status).toBe(200)
    expect(body.data).toEqual({ book: { title: 'Laskar Pelangi', reviews: null } })
    expect(body.errors).toEqual([
      {
        message: expect.stringContaining('did not answer'),
        path: ['book', 'reviews'],
        extensions: {
          code: 'AGENCY_UNAVAILABLE',
          agency: 'reviews',
          correlationId: expect.any(String),
          retryable: true,
          translations: { id: expect.any(String) },
        },
      },
    ])
  })

  it('does not say that a mutation may be sent again, whichever of its subgraphs failed', async () => {
    const query = 'mutation { addBook(title: "Cantik Itu Luka") { title reviews { stars } } }'
    const refusal = (agency: string) => ({
      errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', agency, retryable: false } }],
    })
    bookshop.reviews.behaveAs((response) => response.writeHead(500).end())
    const { body } = await gateway.post({ query })
    expect(body).toMatchObject({
      data: { addBook: { title: 'Cantik Itu Luka', reviews: null } },
      ...refusal('reviews'),
    })
    bookshop.books.behaveAs((response) => response.writeHead(500).end())
    expect((await gateway.post({ query })).body).toMatchObject({ data: { addBook: null }, ...refusal('books') })
  })

  it('has an error where a subgraph gives null for what cannot be null', async () => {
    const { body } = await gateway.post({ query: '{ book(id: "3") { title pages } }' })
    expect(body.data).toEqual({ book: null })
    expect(body.errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'AGENCY_ERROR' }) }),
    ])
    expect(body.extensions).toEqual({ provenance: [expect.objectContaining({ agency: 'books' })] })
  })

  it('never shows its plans', async () => {
    const { body } = await gateway.post(
      { query: '{ book(id: "1") { title } }' },
      { 'apollo-query-plan-experimental': '1', 'apollo-query-plan-experimental-format': 'internal' },
    )
    expect(Object.keys(body.extensions ?? {})).toEqual(['provenance'])
  })

  it('is planned once for the same operation, however it is written', async () => {
    const one = await gateway.post({ query: 'query Q { book(id: "1") { title } }' })
    const other = await gateway.post({
      query: 'query Unused { __typename }\nquery Q {\n  # once\n  book(id: "1") { title }\n}',
      operationName: 'Q',
    })
    expect(other.body.data).toEqual(one.body.data)
    const digests = gateway
      .lines()
      .filter(({ msg }) => msg === 'request ended')
      .slice(-2)
      .map(({ operation }) => operation)
    expect(digests[0]).toEqual(digests[1])
  })
})

describe('the name of a subgraph', () => {
  it('may hold a dot, and stands in its errors', async () => {
    const sdl = 'type Query { product: String }'
    const url = 'http://127.0.0.1:9/graphql'
    const shop = await startGateway(composeSupergraph([{ name: 'products.v2', url, sdl }]))
    const { body } = await shop.post({ query: '{ product }' })
    await shop.stop()
    expect(body.errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'products.v2' } }])
  })
})

describe('the address of a subgraph', () => {
  it('can be given by the environment', async () => {
    const moved = await startGateway(bookshop.supergraph.replaceAll(bookshop.books.url, 'http://127.0.0.1:9/'), {
      BOOKS_URL: bookshop.books.url,
    })
    const { body } = await moved.post({ query: '{ book(id: "2") { title } }' })
    await moved.stop()
    expect(body.data).toEqual({ book: { title: 'Bumi Manusia' } })
  })

  it('must be a URL there', async () => {
    await expect(startGateway(bookshop.supergraph, { BOOKS_URL: 'books:4000' })).rejects.toThrow(
      'BOOKS_URL has a value that is not allowed.',
    )
  })
})
