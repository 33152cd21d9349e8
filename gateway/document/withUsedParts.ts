import { Kind, visit } from 'graphql'
import type { DocumentNode, OperationDefinitionNode } from 'graphql'
import type { ValidOperation } from './ValidOperation.ts'
import { fragmentsOf } from './fragmentsOf.ts'
import { usedFragments } from './usedFragments.ts'

/** A document that begins with its operation, without the fragments and variables that nothing uses any more. */
export function withUsedParts(document: DocumentNode): ValidOperation {
  const [first] = document.definitions
  if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation comes first.')
  const fragments = usedFragments(first.selectionSet, fragmentsOf(document))
  const used = new Set<string>()
  for (const node of [first.selectionSet, ...(first.directives ?? []), ...fragments])
    visit(node, { Variable: ({ name }) => void used.add(name.value) })
  const variableDefinitions = (first.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value))
  const definition: OperationDefinitionNode = { ...first, variableDefinitions }
  return { document: { kind: Kind.DOCUMENT, definitions: [definition, ...fragments] }, definition }
}
