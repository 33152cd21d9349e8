import type { SelectionSetNode } from 'graphql'
import type { Restriction } from '../../schema/access/readRestrictions.ts'

/** The types of a supergraph that are records of people, and the root fields through which they are found. */
export interface RecordTypes {
  /** What is selected of each to learn whose record it is: one field, and what is needed of it. */
  readonly dataSubjects: ReadonlyMap<string, SelectionSetNode>
  /** Root fields that find one by its key, by name. */
  readonly lookups: ReadonlyMap<string, RecordLookup>
  /** Root fields whose filters keep to the records of one area or office, by name. */
  readonly lists: ReadonlyMap<string, readonly Restriction[]>
  /** Root fields that lead to one in no such way, as `Query.field`: for those who may see everybody alone. */
  readonly unguarded: ReadonlySet<string>
}

/** A root field that finds a record by its key. */
export interface RecordLookup {
  readonly type: string
  readonly argument: string
  /** What is selected of the record to learn where it belongs, the regions and the offices apart. */
  readonly area: readonly SelectionSetNode[]
  readonly office: readonly SelectionSetNode[]
}
