import type { GraphQLSchema, SelectionSetNode } from 'graphql'
import { parseFieldSet } from '../../../platform/parseFieldSet.ts'
import { readFieldJoins } from './readFieldJoins.ts'
import type { FieldJoin } from './readFieldJoins.ts'

/** What a field says of other fields where an agency answers it. */
export interface FieldSet extends Omit<FieldJoin, 'said'> {
  readonly set: SelectionSetNode
}

/** Reads from a supergraph what each field requires, or what it provides, by agency. */
export function readFieldSets(supergraph: GraphQLSchema, kind: 'requires' | 'provides'): readonly FieldSet[] {
  return readFieldJoins(supergraph).flatMap(({ said, ...join }) => {
    const set = said[kind]
    return typeof set === 'string' ? [{ ...join, set: parseFieldSet(set) }] : []
  })
}
