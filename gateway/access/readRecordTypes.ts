import { getNamedType, isInputObjectType } from 'graphql'
import type { ConstDirectiveNode, GraphQLArgument, GraphQLInputField, GraphQLSchema, SelectionSetNode } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { findRecordRoots } from '../../schema/access/findRecordRoots.ts'
import { findUnreadableRecords } from '../../schema/access/findUnreadableRecords.ts'
import { readRecordKeys } from '../../schema/access/readRecordKeys.ts'
import { recordsOf } from '../../schema/access/recordsOf.ts'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import type { RecordLookup, RecordTypes, Restriction } from './RecordTypes.ts'

/** Reads `@record` and `@restricted` of a supergraph. */
export function readRecordTypes(supergraph: GraphQLSchema): RecordTypes {
  const [problem] = findUnreadableRecords(supergraph)
  if (problem !== undefined)
    throw new EnvironmentError(`SUPERGRAPH_PATH names a supergraph that cannot be served: ${problem}`)
  const { dataSubjects, finders } = readRecordKeys(supergraph)
  const lookups = new Map(
    Array.from(finders, ([field, { type, argument }]): [string, RecordLookup] => {
      const records = recordsOf(supergraph.getType(type))
      return [field, { type, argument, area: readSets(records, 'area'), office: readSets(records, 'office') }]
    }),
  )
  const lists = readLists(supergraph)
  return {
    dataSubjects: new Map(Array.from(dataSubjects, ([type, owner]) => [type, parseFieldSet(owner)])),
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

function readSets(records: readonly ConstDirectiveNode[], name: 'area' | 'office'): readonly SelectionSetNode[] {
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
