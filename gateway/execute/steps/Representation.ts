/** An entity as one agency names it to another: its type, its key, and what a `@requires` asks for. */
export interface Representation {
  readonly __typename: string
  readonly [field: string]: unknown
}
