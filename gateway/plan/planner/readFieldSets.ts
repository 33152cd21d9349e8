import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import { readArguments } from '../../../platform/readArguments.ts'
import { readAgencyNames } from '../../supergraph/readAgencyNames.ts'

/** What a field says of other fields where an agency answers it. */
export interface FieldSet {
  readonly agency: string
  readonly typeName: string
  readonly name: string
  readonly set: SelectionSetNode
}

/** Reads from a supergraph what each field requires, or what it provides, by agency. */
export function readFieldSets(supergraph: GraphQLSchema, kind: 'requires' | 'provides'): readonly FieldSet[] {
  const agencies = readAgencyNames(supergraph)
  const types = Object.values(supergraph.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type))
  const fields = types.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
  return fields.flatMap(({ type, field: { name, astNode } }) =>
    (astNode?.directives ?? []).flatMap((directive) => {
      const set = readArguments(directive)[kind]
      const agency = agencies.get(String(readArguments(directive)['graph']))
      if (directive.name.value !== 'join__field' || typeof set !== 'string' || agency === undefined) return []
      return [{ agency, typeName: type.name, name, set: parseFieldSet(set) }]
    }),
  )
}
