import { isEnumType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { readDirective } from '../../platform/readDirective.ts'

/**
 * The names of agencies by those that a supergraph has for them: its enum `join__Graph` gives each a name that is a GraphQL name,
 * and `@join__graph(name:)` has the real one (join specification).
 */
export function readAgencyNames(supergraph: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = supergraph.getType('join__Graph')
  const values = isEnumType(graphs) ? graphs.getValues() : []
  return new Map(
    values.map(({ name, astNode }) => {
      const real = readDirective(astNode?.directives, 'join__graph')?.['name']
      return [name, typeof real === 'string' ? real : name]
    }),
  )
}
