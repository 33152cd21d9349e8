import type { GraphQLSchema } from 'graphql'

/** Answers a number from 0 up to, and without, `below`. */
export type Dice = (below: number) => number

/** An operation that is being written. */
export interface Writing {
  readonly schema: GraphQLSchema
  readonly dice: Dice
  /** Texts that mean something to its subgraphs. */
  readonly words: readonly string[]
  /** Whether it has what few clients write: variables that are not given, have defaults, and stand in literals, fragments on other types. */
  readonly isRich: boolean
  /** Fields that a rich one asks for more often. */
  readonly favoured: RegExp | undefined
  readonly definitions: Map<string, string>
  readonly values: Record<string, unknown>
  readonly fragments: string[]
}
