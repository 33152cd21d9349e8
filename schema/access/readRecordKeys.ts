import type { GraphQLSchema } from 'graphql'
import { readArguments } from '../../platform/readArguments.ts'
import { readLookups } from '../shared/readLookups.ts'
import { recordsOf } from './recordsOf.ts'

/** A root field that finds the record of a person by what says whose it is. */
export interface RecordFinder {
  readonly type: string
  readonly argument: string
}

/** How records of people are told from one another. */
export interface RecordKeys {
  /**
   * What says whose record each type with `@record` is, as a field set: what `of` names, or else the key of the first root field
   * that looks it up. A type of which neither is said has none.
   */
  readonly dataSubjects: ReadonlyMap<string, string>
  /** By name. A lookup by another key is none: whose record is meant is not known before it is found. */
  readonly finders: ReadonlyMap<string, RecordFinder>
}

/** Reads `@record(of:)` of a supergraph, and the root fields with `@lookup` that lead to such a type. */
export function readRecordKeys(supergraph: GraphQLSchema): RecordKeys {
  const dataSubjects = new Map<string, string>()
  for (const type of Object.values(supergraph.getTypeMap())) {
    const owner = recordsOf(type)
      .map((record) => readArguments(record)['of'])
      .find((of) => typeof of === 'string')
    if (owner !== undefined) dataSubjects.set(type.name, owner.trim())
  }
  const lookups = [...readLookups(supergraph)].flatMap(([name, { type, keyOf }]) => {
    const [[argument, key] = []] = keyOf
    // Of several keys, one alone does not say whose record is meant.
    const isOne = argument !== undefined && key !== undefined && keyOf.size === 1
    return isOne && recordsOf(supergraph.getType(type)).length > 0 ? [{ name, type, argument, key }] : []
  })
  for (const { type, key } of lookups) if (!dataSubjects.has(type)) dataSubjects.set(type, key)
  const finders = lookups.filter(({ type, key }) => dataSubjects.get(type) === key)
  return {
    dataSubjects,
    finders: new Map(finders.map(({ name, type, argument }) => [name, { type, argument }] as const)),
  }
}
