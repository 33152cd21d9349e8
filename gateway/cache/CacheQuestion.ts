import type { EntityTag } from './EntityCache.ts'

/** What one part of a fetch asks of an agency: an entity's fields, or all its root fields. */
export interface CacheQuestion {
  readonly topic: CacheTopic
  /** The one entity that the answer is about; undefined where there is none, or more. */
  readonly identity: EntityTag | undefined
  /** What the agency is told beside the identity, such as what a `@requires` asks for. */
  readonly inputs: unknown
}

/** What the questions of a fetch have in common. */
export interface CacheTopic {
  readonly agency: string
  /** The entity's type, or the root type. */
  readonly type: string
  /** What is selected, with its arguments, in one form. */
  readonly selection: string
  /** Types of which the answer shows entities that nobody can name beforehand: any change of one makes it old. */
  readonly shows: readonly string[]
}
