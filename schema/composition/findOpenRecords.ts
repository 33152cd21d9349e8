import { getNamedType, isAbstractType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLArgument, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql'

/**
 * The ways to people's records in a supergraph that no record rule guards: root fields that lead to a type with `@record` and
 * are neither its lookup nor a list with a `@restricted` filter, and such a type behind an interface or a union.
 */
export function findOpenRecords(supergraph: GraphQLSchema): readonly string[] {
  const types = Object.values(supergraph.getTypeMap())
  const records = types.filter((type) => isMarked(type, 'record'))
  const hidden = records.flatMap((record) =>
    types
      .filter((type) => isAbstractType(type) && isObjectType(record) && supergraph.isSubType(type, record))
      .map((type) => `${record.name} is a record of people, and must not hide behind ${type.name}.`),
  )
  const roots = Object.values(supergraph.getQueryType()?.getFields() ?? {})
  const open = roots.flatMap((root) => {
    const record = records.find((one) => leadsTo(root, one))
    const isGuarded = records.some((one) => isLookup(root, one)) || root.args.some(isRestricted)
    if (record === undefined || isGuarded) return []
    return [`Query.${root.name} leads to ${record.name}, and needs a filter with @restricted or to be its @lookup.`]
  })
  return [...hidden, ...open]
}

type Field = GraphQLField<unknown, unknown>

function isMarked({ astNode }: Pick<GraphQLNamedType | Field, 'astNode'>, name: string): boolean {
  return astNode?.directives?.some((directive) => directive.name.value === name) === true
}

function isLookup(root: Field, record: GraphQLNamedType): boolean {
  return isMarked(root, 'lookup') && getNamedType(root.type) === record
}

function isRestricted(argument: GraphQLArgument): boolean {
  const type = getNamedType(argument.type)
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : []
  return [argument, ...fields].some(({ astNode }) =>
    astNode?.directives?.some(({ name }) => name.value === 'restricted'),
  )
}

function leadsTo(root: Field, record: GraphQLNamedType): boolean {
  const seen = new Set<GraphQLNamedType>()
  const next = [getNamedType(root.type)]
  for (const type of next) {
    if (type === record) return true
    if (seen.has(type)) continue
    seen.add(type)
    if (isObjectType(type) || isInterfaceType(type))
      next.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type)))
  }
  return false
}
