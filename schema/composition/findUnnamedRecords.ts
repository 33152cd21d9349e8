import { Kind, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../platform/parseFieldSet.ts'
import { readArguments } from '../../platform/readArguments.ts'
import { readRecordKeys } from '../access/readRecordKeys.ts'
import { recordsOf } from '../access/recordsOf.ts'

/** What people are told from one another by. */
const numberOfPeople = 'NIK'

/**
 * The records of a supergraph, of those whose `@record` can be read, of which nothing says whose they are, or that say it twice or by
 * anything but a NIK: who was shown in an answer would be missing from the ledger, or be found there under another number.
 */
export function findUnnamedRecords(supergraph: GraphQLSchema): readonly string[] {
  const { dataSubjects } = readRecordKeys(supergraph)
  return Object.values(supergraph.getTypeMap()).flatMap((type) => {
    const records = recordsOf(type)
    if (records.length === 0) return []
    const owner = dataSubjects.get(type.name)
    if (owner === undefined)
      return [`${type.name} is a record, and nothing says whose: name the field with @record(of:).`]
    const owners = new Set(records.map((record) => readArguments(record)['of']).filter((of) => typeof of === 'string'))
    if (owners.size > 1) return [`${type.name} says in two ways whose record it is: ${[...owners].join(', or ')}.`]
    const leaf = leafOf(type, parseFieldSet(owner))
    return leaf === numberOfPeople ? [] : [`${type.name} says by its ${owner} whose record it is, which is no NIK.`]
  })
}

/** The type of the one value that a selection leads to. */
function leafOf(type: GraphQLNamedType, { selections: [node] }: SelectionSetNode): string | undefined {
  if (node?.kind !== Kind.FIELD || !(isObjectType(type) || isInterfaceType(type))) return undefined
  const field = type.getFields()[node.name.value]
  if (field === undefined) return undefined
  const named = getNamedType(field.type)
  return node.selectionSet === undefined ? named.name : leafOf(named, node.selectionSet)
}
