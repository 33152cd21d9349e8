import { createHmac } from 'node:crypto'
import { Kind, print, visit } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, OperationDefinitionNode } from 'graphql'

/**
 * HMAC-SHA-256 (hexadecimal) of an operation with the fragments it uses, in one form: white space, comments, other
 * operations and the order of definitions make no difference. It is what plans are kept by and what logs call the operation.
 * An operation can hold a NIK, and there are few enough NIKs to try them all: without the key, a digest tells nothing.
 */
export function digestOperation(document: DocumentNode, operation: OperationDefinitionNode, key: Buffer): string {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  }
  const used = new Map<string, string>()
  collect(operation)
  const parts = [...used].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text)
  return createHmac('sha256', key)
    .update([print(operation), ...parts].join('\n'))
    .digest('hex')

  function collect(node: OperationDefinitionNode | FragmentDefinitionNode): void {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value)
        if (fragment === undefined || used.has(name.value)) return
        used.set(name.value, print(fragment))
        collect(fragment)
      },
    })
  }
}
