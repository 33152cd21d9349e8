import { getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql'

/** A root field that leads to records of people. */
export interface RecordRoot {
  readonly root: GraphQLObjectType
  readonly field: GraphQLField<unknown, unknown>
  /** The types with `@record` that it leads to. */
  readonly records: readonly GraphQLObjectType[]
}

/** The root fields of a supergraph, of mutations too, through which records of people can be reached, at whatever depth. */
export function findRecordRoots(supergraph: GraphQLSchema): readonly RecordRoot[] {
  const roots = [supergraph.getQueryType(), supergraph.getMutationType(), supergraph.getSubscriptionType()]
  return roots.flatMap((root) => {
    if (root === null || root === undefined) return []
    return Object.values(root.getFields()).flatMap((field) => {
      const records = typesBehind(field, supergraph).filter(isObjectType).filter(isRecord)
      return records.length === 0 ? [] : [{ root, field, records }]
    })
  })
}

function isRecord({ astNode }: GraphQLObjectType): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'record') === true
}

/** All types that a field's answer can hold, what an interface or a union can turn out to be among them. */
function typesBehind(field: GraphQLField<unknown, unknown>, supergraph: GraphQLSchema): readonly GraphQLNamedType[] {
  const found = new Set<GraphQLNamedType>([getNamedType(field.type)])
  for (const type of found) {
    if (isAbstractType(type)) for (const one of supergraph.getPossibleTypes(type)) found.add(one)
    if (!isObjectType(type) && !isInterfaceType(type)) continue
    for (const inner of Object.values(type.getFields())) found.add(getNamedType(inner.type))
  }
  return [...found]
}
