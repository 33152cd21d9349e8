import type { AttackRow } from './AttackRow.ts'

const tooLarge = [400, 'OPERATION_TOO_LARGE'] as const
const tooCrowded = [413, 'BODY_TOO_LARGE'] as const
const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'] as const
const badInput = [400, 'BAD_USER_INPUT'] as const
const price = 'query ($of: PriceOf) { price(of: $of) }'
const book = 'query ($id: ID!) { book(id: $id) { title } }'
const laskar = { data: { book: { title: 'Laskar Pelangi' } } }

/** Values that no type takes, or that would take much to look at. */
export const attacksOfValues: readonly AttackRow[] = [
  [
    'a variable of lists in lists',
    { body: `{"query":"${price}","variables":{"of":${'['.repeat(2_000)}${']'.repeat(2_000)}}}` },
    tooLarge,
  ],
  [
    'a variable of objects in objects',
    { body: `{"query":"${price}","variables":{"of":${'{"or":'.repeat(17)}{}${'}'.repeat(17)}}}` },
    tooLarge,
  ],
  [
    'a variable that nobody asked for, deep',
    { body: { query: book, variables: { id: '1', more: JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown } } },
    tooLarge,
  ],
  [
    'forty thousand wrong values',
    { body: { query: price, variables: { of: { ids: Array.from({ length: 40_000 }, () => true) } } } },
    tooCrowded,
  ],
  [
    'extensions of lists in lists, which nobody reads',
    { body: `{"query":"{ __typename }","extensions":{"a":${'['.repeat(120_000)}${']'.repeat(120_000)}}}` },
    tooCrowded,
  ],
  [
    'extensions of as many objects, each of another form',
    {
      body: {
        query: '{ __typename }',
        extensions: { a: Array.from({ length: 15_000 }, (_, n) => ({ [`a${n}`]: 1 })) },
      },
    },
    tooCrowded,
  ],
  ['a key of 100 kB', { body: { query: price, variables: { of: { ['x'.repeat(100_000)]: 1 } } } }, badInput],
  [
    'a number with a thousand digits',
    {
      body: `{"query":"query ($first: Int) { books(first: $first) { id } }","variables":{"first":${'9'.repeat(1_000)}}}`,
    },
    badInput,
  ],
  [
    '1e999',
    { body: '{"query":"query ($first: Int) { books(first: $first) { id } }","variables":{"first":1e999}}' },
    badInput,
  ],
  ['1e999 in the text', { body: { query: '{ books(first: 1e999) { id } }' } }, invalid],
  ['an Int beyond 32 bits in the text', { body: { query: '{ books(first: 4294967296) { id } }' } }, invalid],
  [
    'a fraction for a whole number',
    { body: { query: 'query ($first: Int) { books(first: $first) { id } }', variables: { first: 0.1 } } },
    badInput,
  ],
  ['an object for an ID', { body: { query: book, variables: { id: { toString: 'x' } } } }, badInput],
  [
    'the query twice, of which the last counts',
    { body: `{"query":"{ nothing }","query":${JSON.stringify(book)},"variables":{"id":"9"},"variables":{"id":"1"}}` },
    laskar,
  ],
]
