import type { AttackRow } from './AttackRow.ts'
import { gzipSync } from 'node:zlib'

const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'] as const
const badRequest = [400, 'BAD_REQUEST'] as const
const wrongType = [415, 'CONTENT_TYPE_UNSUPPORTED'] as const
const unresolved = [400, 'OPERATION_RESOLUTION_FAILURE'] as const
const book = 'query ($id: ID!) { book(id: $id) { title } }'
const laskar = { data: { book: { title: 'Laskar Pelangi' } } }

/** Requests that would be taken for something else, by the gateway or by what stands before it. */
export const attacksByRequest: readonly AttackRow[] = [
  ['a batch', { body: [{ query: '{ __typename }' }, { query: '{ __typename }' }] }, badRequest],
  ['a batch of nothing', { body: [] }, badRequest],
  ['a batch inside the query', { body: { query: [book, book], variables: { id: '1' } } }, badRequest],
  ['a list of variables', { body: { query: book, variables: [{ id: '1' }, { id: '2' }] } }, badRequest],
  [
    'a mutation over GET',
    { search: `?query=${encodeURIComponent('mutation { addBook(title: "x") { id } }')}` },
    [405, 'METHOD_NOT_ALLOWED'],
  ],
  [
    'a mutation beside the query that GET may ask',
    {
      search: `?query=${encodeURIComponent('query A { __typename } mutation B { addBook(title: "x") { id } }')}&operationName=B`,
    },
    [405, 'METHOD_NOT_ALLOWED'],
  ],
  ['a subscription', { body: { query: 'subscription { books { id } }' } }, invalid],
  ['a mutation that there is not', { body: { query: 'mutation { dropBooks }' } }, invalid],
  [
    'an empty name of the operation',
    { body: { query: 'query A { __typename } query B { __typename }', operationName: '' } },
    unresolved,
  ],
  [
    'a name of an operation with a brace in it',
    { body: { query: 'query A { __typename }', operationName: 'A { __typename }' } },
    unresolved,
  ],
  [
    'two operations of one name',
    { body: { query: 'query A { __typename } query A { book(id: 1) { id } }', operationName: 'A' } },
    invalid,
  ],
  [
    'a mutation by a page of another site, as a form',
    {
      method: 'POST',
      body: 'query=mutation{addBook(title:"x"){id}}',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    },
    [403, 'CROSS_SITE_REFUSED'],
  ],
  [
    'a query by a page of another site over GET',
    { search: '?query={__typename}', headers: { 'sec-fetch-site': 'cross-site' } },
    [403, 'CROSS_SITE_REFUSED'],
  ],
  [
    'JSON as plain text, as a form can send it',
    { body: { query: book, variables: { id: '1' } }, headers: { 'content-type': 'text/plain;charset=UTF-8' } },
    wrongType,
  ],
  [
    'a form with a file',
    {
      body: '--a\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--a--',
      headers: { 'content-type': 'multipart/form-data; boundary=a' },
    },
    wrongType,
  ],
  [
    'two content types',
    { body: { query: book }, headers: { 'content-type': 'text/plain, application/json' } },
    wrongType,
  ],
  [
    'another method in a header',
    {
      body: { query: book, variables: { id: '1' } },
      headers: { 'x-http-method-override': 'DELETE', 'x-http-method': 'PUT' },
    },
    laskar,
  ],
  [
    'another method in the query string',
    { search: '?_method=POST&query={__typename}' },
    { data: { __typename: 'Query' } },
  ],
  [
    'a mutation by GET with another method in a header',
    {
      search: `?query=${encodeURIComponent('mutation { addBook(title: "x") { id } }')}`,
      headers: { 'x-http-method-override': 'POST' },
    },
    [405, 'METHOD_NOT_ALLOWED'],
  ],
  ['a method that nobody knows', { method: 'PROPFIND' }, [404, 'NOT_FOUND']],
  [
    'a query string beside the body',
    { search: `?query=${encodeURIComponent('{ nothing }')}`, body: { query: book, variables: { id: '1' } } },
    laskar,
  ],
  [
    'compressed JSON',
    {
      body: gzipSync(JSON.stringify({ query: book, variables: { id: '1' } })),
      headers: { 'content-encoding': 'gzip' },
    },
    wrongType,
  ],
  [
    'a bomb of compressed JSON',
    {
      body: gzipSync(JSON.stringify({ query: `{ __typename } #${'x'.repeat(50_000_000)}` })),
      headers: { 'content-encoding': 'gzip' },
    },
    wrongType,
  ],
  [
    'JSON that says it is compressed',
    { body: { query: book, variables: { id: '1' } }, headers: { 'content-encoding': 'br' } },
    wrongType,
  ],
]
