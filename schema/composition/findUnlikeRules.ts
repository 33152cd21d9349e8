import { Kind, print } from 'graphql'
import type { DocumentNode, FieldDefinitionNode } from 'graphql'

/** A subgraph's own words. */
export interface SubgraphWords {
  readonly name: string
  readonly typeDefs: DocumentNode
}

/**
 * Fields for which two subgraphs have different rules of access. Composition would add them up, and whoever fits the laxer one
 * would see what the other's agency withholds.
 */
export function findUnlikeRules(subgraphs: readonly SubgraphWords[]): readonly string[] {
  const stated = new Map<string, { readonly name: string; readonly rules: string }>()
  const unlike: string[] = []
  for (const { name, typeDefs } of subgraphs) {
    for (const [coordinate, rules] of rulesIn(typeDefs)) {
      const first = stated.get(coordinate) ?? { name, rules }
      stated.set(coordinate, first)
      if (first.rules !== rules) unlike.push(`${coordinate} has another @access in ${name} than in ${first.name}.`)
    }
  }
  return unlike
}

function rulesIn({ definitions }: DocumentNode): readonly (readonly [coordinate: string, rules: string])[] {
  return definitions.flatMap((type) => {
    if (!('fields' in type) || !('name' in type) || type.name === undefined) return []
    const name = type.name.value
    return (type.fields ?? []).flatMap((field) => {
      const rules = field.kind === Kind.FIELD_DEFINITION ? rulesOf(field) : ''
      return rules === '' ? [] : [[`${name}.${field.name.value}`, rules] as const]
    })
  })
}

/** Their order counts: of several rules the first that fits holds. */
function rulesOf({ directives = [] }: FieldDefinitionNode): string {
  return directives
    .filter(({ name }) => name.value === 'access')
    .map(print)
    .join(' ')
}
