import { getNamedType, isAbstractType, isInterfaceType, isLeafType, isObjectType } from 'graphql'
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql'
import { readFieldPolicy } from './readFieldPolicy.ts'
import { recordsOf } from './recordsOf.ts'

/** A root field that leads to what is known of people. */
export interface RecordRoot {
  readonly root: GraphQLObjectType
  readonly field: GraphQLField<unknown, unknown>
  /** The first types with `@record` that it leads to. */
  readonly records: readonly GraphQLObjectType[]
  /** Values about somebody that stand outside of such types: nothing says whose they are. */
  readonly loose: readonly string[]
}

/** The root fields of a supergraph, of mutations too, through which what is known of people can be reached, at whatever depth. */
export function findRecordRoots(supergraph: GraphQLSchema): readonly RecordRoot[] {
  const roots = [supergraph.getQueryType(), supergraph.getMutationType(), supergraph.getSubscriptionType()]
  return roots.flatMap((root) => {
    if (root === null || root === undefined) return []
    return Object.values(root.getFields()).flatMap((field) => {
      const types = typesBefore(field, supergraph)
      const records = types.filter(isRecord)
      const loose = [
        ...(isPersonal(field) ? [`${root.name}.${field.name}`] : []),
        ...types.filter((type) => !isRecord(type)).flatMap(personalIn),
      ]
      return records.length === 0 && loose.length === 0 ? [] : [{ root, field, records, loose }]
    })
  })
}

type Field = GraphQLField<unknown, unknown>

function isRecord(type: GraphQLNamedType): type is GraphQLObjectType {
  return recordsOf(type).length > 0
}

function personalIn(type: GraphQLNamedType): readonly string[] {
  if (!isObjectType(type)) return []
  const fields = fieldsOf(type).filter(isPersonal)
  return fields.map(({ name }) => `${type.name}.${name}`)
}

function isPersonal({ type, astNode }: Field): boolean {
  return isLeafType(getNamedType(type)) && readFieldPolicy(astNode?.directives).classified !== 'PUBLIC'
}

/**
 * All types that a field's answer can hold down to the first records, these included. What an interface or a union can turn out to be
 * is among them.
 */
function typesBefore(field: Field, supergraph: GraphQLSchema): readonly GraphQLNamedType[] {
  const found = new Set<GraphQLNamedType>([getNamedType(field.type)])
  for (const type of found) {
    if (isRecord(type)) continue
    if (isAbstractType(type)) for (const one of supergraph.getPossibleTypes(type)) found.add(one)
    for (const inner of fieldsOf(type)) found.add(getNamedType(inner.type))
  }
  return [...found]
}

function fieldsOf(type: GraphQLNamedType): readonly Field[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
}
