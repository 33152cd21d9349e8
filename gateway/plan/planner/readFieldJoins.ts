import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { readArguments } from '../../../platform/readArguments.ts'
import { readAgencyNames } from '../../supergraph/readAgencyNames.ts'

/** What a supergraph says of a field at one agency, by the arguments of `@join__field` (join specification). */
export interface FieldJoin {
  readonly agency: string
  readonly typeName: string
  readonly name: string
  readonly said: Readonly<Record<string, unknown>>
}

/** Reads what a supergraph says of each field where not all agencies that have its type have it in the same way. */
export function readFieldJoins(supergraph: GraphQLSchema): readonly FieldJoin[] {
  const agencies = readAgencyNames(supergraph)
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
  return fields.flatMap(({ type, field: { name, astNode } }) =>
    (astNode?.directives ?? []).flatMap((directive) => {
      const said = readArguments(directive)
      const agency = agencies.get(String(said['graph']))
      if (directive.name.value !== 'join__field' || agency === undefined) return []
      return [{ agency, typeName: type.name, name, said }]
    }),
  )
}
