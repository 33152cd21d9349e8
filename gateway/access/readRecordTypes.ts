import type { ConstDirectiveNode, GraphQLSchema, SelectionSetNode } from 'graphql'
import { EnvironmentError } from '../../platform/EnvironmentError.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { findRecordRoots } from '../../schema/access/findRecordRoots.ts'
import { findUnreadableRecords } from '../../schema/access/findUnreadableRecords.ts'
import { readRecordKeys } from '../../schema/access/readRecordKeys.ts'
import { readRestrictions } from '../../schema/access/readRestrictions.ts'
import type { Restriction } from '../../schema/access/readRestrictions.ts'
import { recordsOf } from '../../schema/access/recordsOf.ts'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import type { RecordLookup, RecordTypes } from './RecordTypes.ts'

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
  const fields = Object.values(supergraph.getQueryType()?.getFields() ?? {})
  const lists = fields.map((field) => [field.name, readRestrictions(field)] as const)
  return new Map(lists.filter(([, restrictions]) => restrictions.length > 0))
}
