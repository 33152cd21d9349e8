import { hashText } from '../../../gateway/operation/hashText.ts'
import type { AttackRow } from './AttackRow.ts'
import { honestText } from './honestText.ts'
import { persistedAttack } from './persistedAttack.ts'

const badRequest = [400, 'BAD_REQUEST'] as const
const unresolved = [400, 'OPERATION_RESOLUTION_FAILURE'] as const
const book = 'query ($id: ID!) { book(id: $id) { title } }'

/** Hashes that do not name what is asked for. */
export const attacksByHash: readonly AttackRow[] = [
  [
    'the hash of another text',
    persistedAttack({ version: 1, sha256Hash: hashText(honestText) }, { query: book, variables: { id: '1' } }),
    badRequest,
  ],
  [
    'a hash that is registered nowhere',
    persistedAttack({ version: 1, sha256Hash: hashText(book) }),
    [400, 'PERSISTED_QUERY_NOT_FOUND'],
  ],
  ['an empty text beside a hash', persistedAttack({ version: 1, sha256Hash: hashText('') }, { query: '' }), badRequest],
  ['a persisted query that is a list', persistedAttack([1]), badRequest],
  ['a persisted query that is a text', persistedAttack(hashText(honestText)), badRequest],
  ['a persisted query of nothing', persistedAttack(null), badRequest],
  ['another version', persistedAttack({ version: 2, sha256Hash: hashText(honestText) }), badRequest],
  ['a version that is a text', persistedAttack({ version: '1', sha256Hash: hashText(honestText) }), badRequest],
  ['a hash that is a list', persistedAttack({ version: 1, sha256Hash: [hashText(honestText)] }), badRequest],
  [
    'a hash that is too long',
    persistedAttack({ version: 1, sha256Hash: hashText(honestText).repeat(1_000) }),
    badRequest,
  ],
  ['a hash with a line after it', persistedAttack({ version: 1, sha256Hash: `${hashText(honestText)}\n` }), badRequest],
  ['a hash called as a property of every object', persistedAttack({ version: 1, sha256Hash: '__proto__' }), badRequest],
  [
    'a registered operation with another name',
    persistedAttack({ version: 1, sha256Hash: hashText(honestText) }, { operationName: 'Other' }),
    unresolved,
  ],
]
