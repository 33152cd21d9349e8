import { Kind, visit } from 'graphql'
import type { DocumentNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { readNames } from './readNames.ts'

/** What an agency says to the gateway, and not to its own server. */
const meant = new Set(['access', 'classified', 'record', 'restricted', 'lookup', 'is'])

/**
 * The directives of this project that one subgraph uses, and that the gateway does not find, since the subgraph does not name them in
 * `@composeDirective` or calls them something else: who may see a record, or what finds an entity, would be written there and hold
 * nowhere.
 */
export function findUncomposed(subgraph: string, document: DocumentNode): readonly string[] {
  const { directive, renamed } = readNames(document)
  const compose = directive('composeDirective')
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
  // What is not imported is behind the name of its specification.
  const prefixed = Array.from(used, (name) => [name.slice(name.lastIndexOf('__') + 2), name] as const)
  const others = [...renamed, ...prefixed.filter(([, as]) => as.includes('__'))].filter(([name]) => meant.has(name))
  return [
    ...[...used]
      .filter((name) => meant.has(name) && !composed.has(`@${name}`))
      .map((name) => `${subgraph}: @${name} has no effect until it is imported, and named in @composeDirective.`),
    ...others.map(([name, as]) => `${subgraph}: @${as} has no effect: import @${name} under its own name.`),
  ]
}
