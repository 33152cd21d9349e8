/** Arguments of a field. */
export type Given = Readonly<Record<string, unknown>>

/**
 * An object of the truth, in the form of graphql-js's default resolvers: values, and functions of the arguments. What has
 * more than one possible type, or is an entity, names its own as `__typename`.
 */
export type Thing = Readonly<Record<string, unknown>>

/** What is true, once for all subgraphs: each field of each object stands in one place. */
export interface World {
  readonly Query: Thing
  readonly Mutation?: Thing
  /** By type, the entity that any of its keys names; null for none. */
  readonly find: Readonly<Record<string, (key: Given) => Thing | null>>
  /** By `Type.field`, what a field with `@requires` makes of what it requires and of its arguments. */
  readonly rules?: Readonly<Record<string, Rule>>
  /** Whether nothing is made of what agencies are told of others, which may be missing. */
  readonly isBlind?: boolean
}

/** A blind world, and one in which some things cannot be told besides. */
export type WorldState = 'blind' | 'broken'

export type Rule = (required: Given, given: Given) => unknown
