import { times } from '../times.ts'
import type { AttackRow } from './AttackRow.ts'

const tooLarge = [400, 'OPERATION_TOO_LARGE'] as const
const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'] as const

/** Texts that are short to send and much to do. */
export const attacksOfSize: readonly AttackRow[] = [
  [
    'a root field under a hundred names',
    { body: { query: `{ ${times(100, (index) => `a${index}: __typename`)} }` } },
    tooLarge,
  ],
  [
    'aliases inside fragments that are spread often',
    {
      body: {
        query: `{ ${'...F '.repeat(20)} } fragment F on Query { ${times(6, (index) => `a${index}: __typename`)} }`,
      },
    },
    tooLarge,
  ],
  [
    'directives on everything',
    {
      body: {
        query: `{ ${times(20, (index) => `... @include(if: true) @skip(if: false) { book(id: ${index}) @include(if: true) @skip(if: false) @include(if: true) @skip(if: false) { title } }`)} }`,
      },
    },
    tooLarge,
  ],
  [
    'directives that there are not',
    { body: { query: `{ book(id: 1) { title ${times(90, (index) => `@x${index}`)} } }` } },
    invalid,
  ],
  [
    'one directive ninety times',
    { body: { query: `{ book(id: 1) { title ${'@include(if: true) '.repeat(90)} } }` } },
    invalid,
  ],
  ['one field seven hundred times', { body: { query: `{ book(id: 1) { ${'title '.repeat(700)} } }` } }, tooLarge],
  [
    'one field with others in it',
    { body: { query: `{ book(id: 1) { ${'sequel { title id } '.repeat(200)} } }` } },
    tooLarge,
  ],
  [
    'fields that merge at the bottom alone',
    { body: { query: `{ ${times(20, () => `book(id: 1) { sequel { sequel { ${'title '.repeat(30)} } } }`)} }` } },
    tooLarge,
  ],
  [
    'fragments that are inside one another',
    { body: { query: '{ book(id: 1) { ...A } } fragment A on Book { ...B } fragment B on Book { sequel { ...A } }' } },
    invalid,
  ],
  [
    'a fragment inside itself a hundred times',
    { body: { query: `{ book(id: 1) { ...A } } fragment A on Book { ${'...A '.repeat(100)} }` } },
    invalid,
  ],
  [
    'a bomb of fragments',
    {
      body: {
        query: `{ book(id: 1) { ...F0 } } ${times(30, (index) => `fragment F${index} on Book { a: sequel { ...F${index + 1} } b: sequel { ...F${index + 1} } }`)} fragment F30 on Book { title }`,
      },
    },
    tooLarge,
  ],
  [
    'fragments side by side',
    {
      body: {
        query: `{ book(id: 1) { ${times(200, (index) => `...F${index}`)} } } ${times(200, (index) => `fragment F${index} on Book { title }`)}`,
      },
    },
    tooLarge,
  ],
  [
    'fragments that there are not, side by side',
    { body: { query: `{ ${times(800, (index) => `...F${index}`)} }` } },
    tooLarge,
  ],
  [
    'a block string of 84,000 lines',
    { body: { query: `{ book(id: """${'a\n'.repeat(84_000)}""") { title } }` } },
    tooLarge,
  ],
  [
    'a deep selection',
    { body: { query: `{ book(id: 1) { ${'sequel { '.repeat(16)} id ${'}'.repeat(16)} } }` } },
    tooLarge,
  ],
  [
    'lists in lists that are short to write',
    { body: { query: `{ ${times(8, (index) => `a${index}: books { reviews { stars } }`)} }` } },
    tooLarge,
  ],
  [
    'introspection without end',
    { body: { query: `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }` } },
    invalid,
  ],
  [
    'a hundred operations, of which one is asked',
    {
      body: {
        query:
          times(100, (index) => `query A${index} { ...F }`) +
          ` fragment F on Query { ${times(20, () => '__typename')} }`,
        operationName: 'A7',
      },
    },
    tooLarge,
  ],
  [
    'a body of 300 kB',
    { body: { query: '{ __typename }', variables: { a: 'x'.repeat(300_000) } } },
    [413, 'BODY_TOO_LARGE'],
  ],
]
