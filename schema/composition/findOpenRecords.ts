import { isAbstractType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { findRecordRoots } from '../access/findRecordRoots.ts'
import { readRecordKeys } from '../access/readRecordKeys.ts'
import { readRestrictions } from '../access/readRestrictions.ts'
import { recordsOf } from '../access/recordsOf.ts'

/**
 * The ways to people's records in a supergraph that no record rule guards: root fields that lead to a type with `@record` and
 * are neither its lookup nor a list with a `@restricted` filter, such a type behind an interface or a union, and what is about
 * somebody and stands in no such type.
 */
export function findOpenRecords(supergraph: GraphQLSchema): readonly string[] {
  const types = Object.values(supergraph.getTypeMap())
  const { dataSubjects, finders } = readRecordKeys(supergraph)
  const hidden = types
    .filter((type) => recordsOf(type).length > 0)
    .flatMap((record) =>
      types
        .filter((type) => isAbstractType(type) && isObjectType(record) && supergraph.isSubType(type, record))
        .map((type) => `${record.name} is a record of people, and must not hide behind ${type.name}.`),
    )
  const open = findRecordRoots(supergraph).flatMap(({ root, field, records, loose }) => {
    const coordinate = `${root.name}.${field.name}`
    const unowned = loose.slice(0, 1).map((value) => {
      const [type] = value.split('.')
      return `${coordinate} leads to ${value}, which is about somebody: mark ${type} as @record(of:), with the field that says of whom.`
    })
    const isQuery = root === supergraph.getQueryType()
    if (isQuery && (finders.has(field.name) || readRestrictions(field).length > 0)) return unowned
    const unguarded = records.slice(0, 1).map(({ name }) => {
      const key = dataSubjects.get(name)
      const lookup = `to be its @lookup${key === undefined ? '' : ` by ${key}`}`
      const needs = isQuery ? `and needs a filter with @restricted or ${lookup}` : 'which only a query may'
      return `${coordinate} leads to ${name}, ${needs}.`
    })
    return [...unguarded, ...unowned]
  })
  return [...hidden, ...open]
}
