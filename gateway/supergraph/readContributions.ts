import type { GraphQLSchema } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { readAgencyNames } from './readAgencyNames.ts'

/** Whether an agency adds fields to a type, and so may say that they changed. */
export type Contributions = (agency: string, type: string) => boolean

/**
 * Reads from a supergraph which agencies have something to say of which types (`@join__type` of the join specification). An
 * agency that only refers to a type, with a key that it cannot resolve, has not.
 */
export function readContributions(supergraph: GraphQLSchema): Contributions {
  const names = readAgencyNames(supergraph)
  const known = new Set(
    Object.values(supergraph.getTypeMap()).flatMap(({ name, astNode }) =>
      (astNode?.directives ?? [])
        .filter(
          (directive) => directive.name.value === 'join__type' && readArguments(directive)['resolvable'] !== false,
        )
        .map((directive) => `${names.get(String(readArguments(directive)['graph']))} ${name}`),
    ),
  )
  return function contributes(agency, type) {
    return known.has(`${agency} ${type}`)
  }
}
