import { createHmac } from 'node:crypto'
import { Kind, print } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import { usedFragments } from '../plan/document/usedFragments.ts'

/**
 * HMAC-SHA-256 (hexadecimal) of an operation with the fragments it uses, in one form: white space, comments, other
 * operations and the order of definitions make no difference. It is what logs call the operation. An operation can hold a
 * NIK, and there are few enough NIKs to try them all: without the key, a digest tells nothing.
 */
export function digestOperation(document: DocumentNode, operation: OperationDefinitionNode, key: Buffer): string {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  const texts = usedFragments(operation, fragments)
    .toSorted(({ name: one }, { name: other }) => (one.value < other.value ? -1 : 1))
    .map((fragment) => print(fragment))
  return createHmac('sha256', key)
    .update([print(operation), ...texts].join('\n'))
    .digest('hex')
}
