import { Kind, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql'
import { canonicalText } from '../../platform/canonicalText.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { readLookups } from '../../schema/shared/readLookups.ts'
import type { EntityKeys, KeyFields } from './EntityKeys.ts'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import { readAgencyNames } from './readAgencyNames.ts'

interface KeyedType {
  readonly byAgency: Map<string, KeyFields[]>
  readonly distinct: Map<string, KeyFields>
}

/** Reads the keys of all types from a supergraph (`@join__type(graph:, key:)` of the join specification). */
export function readEntityKeys(supergraph: GraphQLSchema): EntityKeys {
  const agencies = readAgencyNames(supergraph)
  const types = new Map<string, KeyedType>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (isObjectType(type) || isInterfaceType(type)) types.set(type.name, readKeys(type, agencies))
  }
  return {
    keysAt: (agency, type) => types.get(type)?.byAgency.get(agency) ?? [],
    isEntity: (type) => (types.get(type)?.distinct.size ?? 0) > 0,
    onlyKeyOf(type) {
      const [first, ...others] = types.get(type)?.distinct.values() ?? []
      return others.length === 0 ? first : undefined
    },
    agenciesOf: (type) => [...(types.get(type)?.byAgency.keys() ?? [])],
    lookups: readLookups(supergraph),
    kinOf: (type) => kinOf(supergraph, type),
  }
}

function readKeys({ astNode }: GraphQLNamedType, agencies: ReadonlyMap<string, string>): KeyedType {
  const byAgency = new Map<string, KeyFields[]>()
  const distinct = new Map<string, KeyFields>()
  for (const directive of astNode?.directives ?? []) {
    if (directive.name.value !== 'join__type') continue
    const agency = agencies.get(String(readArguments(directive)['graph']))
    if (agency === undefined) continue
    const keys = byAgency.get(agency) ?? []
    byAgency.set(agency, keys)
    const text = readArguments(directive)['key']
    if (typeof text !== 'string') continue
    const key = fieldsOf(parseFieldSet(text))
    keys.push(key)
    distinct.set(canonicalText(key), key)
  }
  return { byAgency, distinct }
}

function fieldsOf({ selections }: SelectionSetNode): KeyFields {
  return Object.fromEntries(
    selections.flatMap((node): [string, KeyFields][] => {
      if (node.kind === Kind.FIELD) return [[node.name.value, node.selectionSet ? fieldsOf(node.selectionSet) : {}]]
      return node.kind === Kind.INLINE_FRAGMENT ? Object.entries(fieldsOf(node.selectionSet)) : []
    }),
  )
}

function kinOf(supergraph: GraphQLSchema, name: string): readonly string[] {
  const type = supergraph.getType(name)
  if (isAbstractType(type)) return supergraph.getPossibleTypes(type).map((one) => one.name)
  return isObjectType(type) ? type.getInterfaces().map((one) => one.name) : []
}
