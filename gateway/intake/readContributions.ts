import { isEnumType, Kind } from 'graphql'
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql'

/** Whether an agency adds fields to a type, and so may say that they changed. */
export type Contributions = (agency: string, type: string) => boolean

/**
 * Reads from a supergraph which agencies have something to say of which types (`@join__type` of the join specification). An
 * agency that only refers to a type, with a key that it cannot resolve, has not.
 */
export function readContributions(schema: GraphQLSchema): Contributions {
  const names = readAgencyNames(schema)
  const known = new Set(
    Object.values(schema.getTypeMap()).flatMap(({ name, astNode }) =>
      (astNode?.directives ?? [])
        .filter((directive) => directive.name.value === 'join__type' && argumentOf(directive, 'resolvable') !== false)
        .map((directive) => `${names.get(String(argumentOf(directive, 'graph')))} ${name}`),
    ),
  )
  return function contributes(agency, type) {
    return known.has(`${agency} ${type}`)
  }
}

/** From the names of the enum `join__Graph` to those that agencies have (`@join__graph`). */
function readAgencyNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph')
  const values = isEnumType(graphs) ? graphs.getValues() : []
  return new Map(
    values.map(({ name, astNode }) => {
      const directive = astNode?.directives?.find((one) => one.name.value === 'join__graph')
      const given = directive && argumentOf(directive, 'name')
      return [name, typeof given === 'string' ? given : name]
    }),
  )
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  switch (value?.kind) {
    case Kind.STRING:
    case Kind.ENUM:
    case Kind.BOOLEAN:
      return value.value
    default:
      return undefined
  }
}
