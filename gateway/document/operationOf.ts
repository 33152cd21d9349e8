import { Kind } from 'graphql'
import type { DocumentNode } from 'graphql'
import type { ValidOperation } from './ValidOperation.ts'

/** The one operation of a document. */
export function operationOf(document: DocumentNode): ValidOperation {
  const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  if (definition === undefined) throw new Error('There is one operation.')
  return { document, definition }
}
