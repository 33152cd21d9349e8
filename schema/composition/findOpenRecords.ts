import { Kind, getNamedType, isAbstractType, isInputObjectType, isObjectType } from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLInputField, GraphQLNamedType, GraphQLSchema } from 'graphql'
import { findRecordRoots } from '../access/findRecordRoots.ts'

/**
 * The ways to people's records in a supergraph that no record rule guards: root fields that lead to a type with `@record` and
 * are neither its lookup nor a list with a `@restricted` filter, and such a type behind an interface or a union.
 */
export function findOpenRecords(supergraph: GraphQLSchema): readonly string[] {
  const types = Object.values(supergraph.getTypeMap())
  const hidden = types
    .filter((type) => isObjectType(type) && isMarked(type, 'record'))
    .flatMap((record) =>
      types
        .filter((type) => isAbstractType(type) && isObjectType(record) && supergraph.isSubType(type, record))
        .map((type) => `${record.name} is a record of people, and must not hide behind ${type.name}.`),
    )
  const open = findRecordRoots(supergraph).flatMap(({ root, field, records }) => {
    const isQuery = root === supergraph.getQueryType()
    if (isQuery && (records.some((record) => isLookup(field, record)) || field.args.some(isRestricted))) return []
    const needs = isQuery ? 'and needs a filter with @restricted or to be its @lookup' : 'which only a query may'
    return records.slice(0, 1).map((record) => `${root.name}.${field.name} leads to ${record.name}, ${needs}.`)
  })
  return [...hidden, ...open]
}

type Marked = Pick<GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLArgument, 'astNode'>

function isMarked({ astNode }: Marked, name: string): boolean {
  return astNode?.directives?.some((directive) => directive.name.value === name) === true
}

/** What the gateway takes for the lookup of a record: by one key, of one that there may be none of. */
function isLookup(root: GraphQLField<unknown, unknown>, record: GraphQLNamedType): boolean {
  const [key, ...others] = root.args
  return (
    isMarked(root, 'lookup') && root.type === record && key !== undefined && isMarked(key, 'is') && others.length === 0
  )
}

function isRestricted(argument: GraphQLArgument): boolean {
  const type = getNamedType(argument.type)
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : []
  return [argument, ...fields].some(isFilter)
}

/** Whether it is a filter that the gateway knows how to hold a list to. */
function isFilter({ astNode }: GraphQLArgument | GraphQLInputField): boolean {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'restricted')
  const to = directive?.arguments?.find(({ name }) => name.value === 'to')?.value
  return to?.kind === Kind.STRING && (to.value === 'AREA' || to.value === 'OFFICE')
}
