import { getNamedType, isInputObjectType, isObjectType } from 'graphql'
import type { ConstDirectiveNode, GraphQLArgument, GraphQLInputField, GraphQLSchema, SelectionSetNode } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { findRecordRoots } from '../../schema/access/findRecordRoots.ts'
import { parseFieldSet } from '../supergraph/parseFieldSet.ts'
import { readLookups } from '../supergraph/readLookups.ts'
import type { RecordLookup, RecordTypes, Restriction } from './RecordTypes.ts'

/** Reads `@record` and `@restricted` of a supergraph. */
export function readRecordTypes(supergraph: GraphQLSchema): RecordTypes {
  const dataSubjects = new Map(
    Object.keys(supergraph.getTypeMap()).flatMap((type) => {
      const [owner] = readSets(recordsOf(supergraph, type), 'of')
      return owner === undefined ? [] : [[type, owner] as const]
    }),
  )
  const lookups = new Map<string, RecordLookup>()
  for (const [field, { type, keyOf }] of readLookups(supergraph)) {
    const [[argument, dataSubject] = []] = keyOf
    // Of several keys, one alone does not say whose record is meant.
    if (keyOf.size > 1) continue
    const records = recordsOf(supergraph, type)
    if (argument === undefined || dataSubject === undefined || records.length === 0) continue
    dataSubjects.set(type, parseFieldSet(dataSubject))
    lookups.set(field, { type, argument, area: readSets(records, 'area'), office: readSets(records, 'office') })
  }
  const lists = readLists(supergraph)
  return {
    dataSubjects,
    lookups,
    lists,
    unguarded: readUnguarded(supergraph, new Set([...lookups.keys(), ...lists.keys()])),
  }
}

/** Composition refuses them; another's supergraph may have them all the same. */
function readUnguarded(supergraph: GraphQLSchema, guarded: ReadonlySet<string>): ReadonlySet<string> {
  const open = findRecordRoots(supergraph).filter(
    ({ root, field }) => root !== supergraph.getQueryType() || !guarded.has(field.name),
  )
  return new Set(open.map(({ root, field }) => `${root.name}.${field.name}`))
}

function recordsOf(supergraph: GraphQLSchema, name: string): readonly ConstDirectiveNode[] {
  const type = supergraph.getType(name)
  const directives = isObjectType(type) ? (type.astNode?.directives ?? []) : []
  return directives.filter((directive) => directive.name.value === 'record')
}

function readSets(records: readonly ConstDirectiveNode[], name: 'area' | 'office' | 'of'): readonly SelectionSetNode[] {
  return records.flatMap((record) => {
    const fields = readArguments(record)[name]
    return typeof fields === 'string' ? [parseFieldSet(fields)] : []
  })
}

function readLists(supergraph: GraphQLSchema): ReadonlyMap<string, readonly Restriction[]> {
  const lists = new Map<string, readonly Restriction[]>()
  for (const { name, args } of Object.values(supergraph.getQueryType()?.getFields() ?? {})) {
    const restrictions = args.flatMap((argument) => [
      ...restrictionOf(argument, [argument.name]),
      ...fieldsOf(argument).flatMap((field) => restrictionOf(field, [argument.name, field.name])),
    ])
    if (restrictions.length > 0) lists.set(name, restrictions)
  }
  return lists
}

function fieldsOf({ type }: GraphQLArgument): readonly GraphQLInputField[] {
  const named = getNamedType(type)
  return isInputObjectType(named) ? Object.values(named.getFields()) : []
}

function restrictionOf(
  { astNode }: GraphQLArgument | GraphQLInputField,
  at: readonly string[],
): readonly Restriction[] {
  const directive = astNode?.directives?.find(({ name }) => name.value === 'restricted')
  const to = directive && readArguments(directive)['to']
  return to === 'AREA' || to === 'OFFICE' ? [{ at, to }] : []
}
