import { Kind, isAbstractType, isEnumType, isInterfaceType, isObjectType, parse } from 'graphql'
import type { ConstDirectiveNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql'
import type { EntityKeys, KeyFields } from './EntityKeys.ts'
import { canonicalText } from './canonicalText.ts'

interface KeyedType {
  readonly byAgency: Map<string, KeyFields[]>
  readonly distinct: Map<string, KeyFields>
}

/** Reads the keys of all types from a supergraph (`@join__type(graph:, key:)` of the join specification). */
export function readEntityKeys(schema: GraphQLSchema): EntityKeys {
  const agencies = readAgencyNames(schema)
  const types = new Map<string, KeyedType>()
  for (const type of Object.values(schema.getTypeMap())) {
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
    kinOf: (type) => kinOf(schema, type),
  }
}

/** The enum `join__Graph` gives each agency a name that is a GraphQL name; `@join__graph(name:)` has the real one. */
function readAgencyNames(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const graphs = schema.getType('join__Graph')
  const values = isEnumType(graphs) ? graphs.getValues() : []
  return new Map(
    values.map(({ name, astNode }) => {
      const directive = astNode?.directives?.find((one) => one.name.value === 'join__graph')
      return [name, (directive && readArgument(directive, 'name')) ?? name]
    }),
  )
}

function readKeys({ astNode }: GraphQLNamedType, agencies: ReadonlyMap<string, string>): KeyedType {
  const byAgency = new Map<string, KeyFields[]>()
  const distinct = new Map<string, KeyFields>()
  for (const directive of astNode?.directives ?? []) {
    if (directive.name.value !== 'join__type') continue
    const agency = agencies.get(readArgument(directive, 'graph') ?? '')
    if (agency === undefined) continue
    const keys = byAgency.get(agency) ?? []
    byAgency.set(agency, keys)
    const text = readArgument(directive, 'key')
    if (text === undefined) continue
    const key = readKey(text)
    keys.push(key)
    distinct.set(canonicalText(key), key)
  }
  return { byAgency, distinct }
}

function readKey(text: string): KeyFields {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions
  return definition?.kind === Kind.OPERATION_DEFINITION ? fieldsOf(definition.selectionSet) : {}
}

function fieldsOf({ selections }: SelectionSetNode): KeyFields {
  return Object.fromEntries(
    selections.flatMap((node): [string, KeyFields][] => {
      if (node.kind === Kind.FIELD) return [[node.name.value, node.selectionSet ? fieldsOf(node.selectionSet) : {}]]
      return node.kind === Kind.INLINE_FRAGMENT ? Object.entries(fieldsOf(node.selectionSet)) : []
    }),
  )
}

function kinOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name)
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map((one) => one.name)
  return isObjectType(type) ? type.getInterfaces().map((one) => one.name) : []
}

function readArgument(directive: ConstDirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : undefined
}
