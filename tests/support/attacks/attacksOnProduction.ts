import { hashText } from '../../../gateway/operation/hashText.ts'
import { times } from '../times.ts'
import type { AttackRow } from './AttackRow.ts'
import { honestText } from './honestText.ts'
import { persistedAttack } from './persistedAttack.ts'

const badRequest = [400, 'BAD_REQUEST'] as const
const unregistered = [400, 'OPERATION_NOT_REGISTERED'] as const
const book = 'query ($id: ID!) { book(id: $id) { title } }'

/** Texts that are not registered, however near they come. */
export const attacksOnProduction: readonly AttackRow[] = [
  ['introspection', { body: { query: '{ __schema { types { name } } }' } }, unregistered],
  ['introspection of one type', { body: { query: '{ __type(name: "Book") { fields { name } } }' } }, unregistered],
  ['a name that is nearly right, to be corrected', { body: { query: '{ bok(id: "1") { titel } }' } }, unregistered],
  [
    'a registered text with another after it',
    { body: { query: `${honestText} query More { __typename }`, operationName: 'More' } },
    unregistered,
  ],
  ['a registered text with a field more', { body: { query: honestText.replace('title', 'title id') } }, unregistered],
  ['a registered text with another literal', { body: { query: honestText.replace('"1"', '"2"') } }, unregistered],
  ['a registered text in another case', { body: { query: honestText.toUpperCase() } }, unregistered],
  [
    'a registered text with a letter that looks like another',
    { body: { query: honestText.replace('title', 't\u0456tle') } },
    unregistered,
  ],
  [
    'the hash of a text of its own',
    persistedAttack({ version: 1, sha256Hash: hashText(book) }, { query: book, variables: { id: '1' } }),
    unregistered,
  ],
  ['a mutation', { body: { query: 'mutation { addBook(title: "x") { id } }' } }, unregistered],
  ['a subscription', { body: { query: 'subscription { books { id } }' } }, unregistered],
  ['a batch', { body: [{ query: honestText }] }, badRequest],
  ['a text of 200 kB', { body: { query: `{ ${'title '.repeat(30_000)} }` } }, unregistered],
  [
    'a block string of 84,000 lines',
    { body: { query: `{ book(id: """${'a\n'.repeat(84_000)}""") { title } }` } },
    unregistered,
  ],
  [
    'a bomb of fragments',
    { body: { query: times(500, (index) => `fragment F${index} on Book { ...F${index + 1} ...F${index + 1} }`) } },
    unregistered,
  ],
]
