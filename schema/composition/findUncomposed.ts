import { Kind, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { readNames } from './readNames.ts'

/** What an agency says to the gateway, and not to its own server. */
const meant = new Set(['access', 'classified', 'record', 'restricted', 'lookup', 'is'])

/**
 * The directives of this project that one subgraph uses, and that composition leaves out, since the subgraph does not name them in
 * `@composeDirective`: who may see a record, or what finds an entity, would be written there and hold nowhere.
 */
export function findUncomposed(subgraph: string, document: DocumentNode): readonly string[] {
  const compose = readNames(document).directive('composeDirective')
  const used = new Set<string>()
  const composed = new Set<unknown>()
  visit(document, {
    enter(node) {
      // What a definition says of its own arguments is no use of it.
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return false
      if (node.kind !== Kind.DIRECTIVE) return undefined
      if (node.name.value === compose) composed.add(readArguments(node)['name'])
      else used.add(node.name.value)
      return undefined
    },
  })
  return [...used]
    .filter((name) => meant.has(name) && !composed.has(`@${name}`))
    .map((name) => `${subgraph}: @${name} has no effect until it is imported, and named in @composeDirective.`)
}
