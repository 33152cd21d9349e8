import type { AttackRow } from './AttackRow.ts'

const unparsed = [400, 'GRAPHQL_PARSE_FAILED'] as const
const badRequest = [400, 'BAD_REQUEST'] as const
const book = 'query ($id: ID!) { book(id: $id) { title } }'
const laskar = { data: { book: { title: 'Laskar Pelangi' } } }

/** Characters that are read in another way than they look. */
export const attacksByCharacters: readonly AttackRow[] = [
  [
    'a byte order mark before the body',
    { body: `\uFEFF${JSON.stringify({ query: book, variables: { id: '1' } })}` },
    laskar,
  ],
  ['a byte order mark before the text', { body: { query: `\uFEFF${book}`, variables: { id: '1' } } }, laskar],
  ['a letter that looks like another', { body: { query: '{ b\u043e\u043ek(id: "1") { title } }' } }, unparsed],
  ['a name in full width', { body: { query: '{ \uFF42ook(id: "1") { title } }' } }, unparsed],
  ['half a surrogate in the text', { body: '{"query":"{ book(id: \\"\\ud800\\") { title } }"}' }, unparsed],
  [
    'half a surrogate in a variable',
    { body: `{"query":"${book}","variables":{"id":"\\ud800"}}` },
    { data: { book: null } },
  ],
  ['NUL in the text', { body: { query: '{ book\u0000(id: "1") { title } }' } }, unparsed],
  ['NUL in a string', { body: { query: '{ book(id: "\u0000") { title } }' } }, { data: { book: null } }],
  ['NUL in a variable', { body: { query: book, variables: { id: '\u0000' } } }, { data: { book: null } }],
  ['text that reads from right to left', { body: { query: '{ book(id: "1") \u202E{ title } }' } }, unparsed],
  [
    'a comment that hides the end of a line',
    { body: { query: '{ book(id: "1") { title } } # \u2028 mutation { addBook(title: "x") { id } }' } },
    laskar,
  ],
  [
    'bytes that are no UTF-8',
    {
      body: Buffer.concat([
        Buffer.from('{"query":"{ book(id: \\"'),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('\\") { title } }"}'),
      ]),
    },
    { data: { book: null } },
  ],
  ['UTF-16', { body: Buffer.from(JSON.stringify({ query: book }), 'utf16le') }, badRequest],
]
