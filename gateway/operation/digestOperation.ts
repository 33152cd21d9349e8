import { createHmac } from 'node:crypto'
import { print } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { fragmentsOf } from '../document/fragmentsOf.ts'
import { usedFragments } from '../document/usedFragments.ts'

/**
 * HMAC-SHA-256 (hexadecimal) of an operation with the fragments it uses, in one form: white space, comments, other
 * operations and the order of definitions make no difference. It is what logs call the operation. An operation can hold a
 * NIK, and there are few enough NIKs to try them all: without the key, a digest tells nothing.
 */
export function digestOperation(document: DocumentNode, operation: OperationDefinitionNode, key: Buffer): string {
  const texts = usedFragments(operation, fragmentsOf(document))
    .toSorted(({ name: one }, { name: other }) => (one.value < other.value ? -1 : 1))
    .map((fragment) => print(fragment))
  return createHmac('sha256', key)
    .update([print(operation), ...texts].join('\n'))
    .digest('hex')
}
