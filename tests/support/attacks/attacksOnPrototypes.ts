import { hashText } from '../../../gateway/operation/hashText.ts'
import type { AttackRow } from './AttackRow.ts'
import { honestText } from './honestText.ts'

const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'] as const
const badInput = [400, 'BAD_USER_INPUT'] as const
const badRequest = [400, 'BAD_REQUEST'] as const
const unresolved = [400, 'OPERATION_RESOLUTION_FAILURE'] as const
const price = 'query ($of: PriceOf) { price(of: $of) }'
const laskar = { data: { book: { title: 'Laskar Pelangi' } } }

/** Names that mean something in JavaScript, and what only a gateway may ask of an agency. */
export const attacksOnPrototypes: readonly AttackRow[] = [
  ['__proto__ in variables', { body: `{"query":"${price}","variables":{"__proto__":{"polluted":1}}}` }, badRequest],
  [
    '__proto__ in an input object',
    { body: `{"query":"${price}","variables":{"of":{"__proto__":{"polluted":1}}}}` },
    badRequest,
  ],
  [
    '__proto__ written with escapes',
    { body: `{"query":"${price}","variables":{"of":{"\\u005f_proto__":{"polluted":1}}}}` },
    badRequest,
  ],
  [
    'constructor.prototype in variables',
    { body: `{"query":"${price}","variables":{"constructor":{"prototype":{"polluted":1}}}}` },
    badRequest,
  ],
  [
    'constructor in an input object',
    { body: { query: price, variables: { of: { constructor: { polluted: 1 } } } } },
    badInput,
  ],
  [
    '__proto__ in extensions',
    { body: `{"query":"{ __typename }","extensions":{"__proto__":{"persistedQuery":{"version":1}}}}` },
    badRequest,
  ],
  ['__proto__ for the whole request', { body: `{"__proto__":{"query":"{ __typename }"}}` }, badRequest],
  [
    '__proto__ in variables over GET',
    {
      search: `?query=${encodeURIComponent(price)}&variables=${encodeURIComponent('{"of":{"__proto__":{"polluted":1}}}')}`,
    },
    badInput,
  ],
  [
    '__proto__ in extensions over GET',
    {
      search: `?extensions=${encodeURIComponent(`{"__proto__":{"persistedQuery":{"version":1,"sha256Hash":"${hashText(honestText)}"}}}`)}`,
    },
    badRequest,
  ],
  [
    '__proto__ in an input object of the text',
    { body: { query: '{ price(of: { __proto__: { ids: [1] } }) }' } },
    invalid,
  ],
  ['prototype and constructor as fields', { body: { query: '{ prototype constructor hasOwnProperty }' } }, invalid],
  [
    '__proto__ as a fragment and an operation',
    {
      body: {
        query: 'query __proto__ { book(id: "1") { ...constructor } } fragment constructor on Book { title }',
        operationName: '__proto__',
      },
    },
    laskar,
  ],
  [
    'a name of Object.prototype for the operation',
    { body: { query: 'query A { __typename }', operationName: 'hasOwnProperty' } },
    unresolved,
  ],
  [
    '__proto__ as a variable',
    { body: { query: 'query ($__proto__: ID = "1") { book(id: $__proto__) { title } }' } },
    laskar,
  ],
  [
    'aliases of Object.prototype',
    { body: { query: '{ book(id: "1") { constructor: title toString: id hasOwnProperty: __typename } }' } },
    { data: { book: { constructor: 'Laskar Pelangi', toString: '1', hasOwnProperty: 'Book' } } },
  ],
  [
    'representations',
    {
      body: {
        query:
          '{ _entities(representations: [{ __typename: "Book", id: "1", __proto__: { polluted: 1 } }]) { __typename } }',
      },
    },
    invalid,
  ],
  [
    'representations in a variable',
    {
      body: {
        query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
        variables: { r: [{ __typename: 'Book', constructor: 1 }] },
      },
    },
    invalid,
  ],
  ['the SDL of an agency', { body: { query: '{ _service { sdl } }' } }, invalid],
]
