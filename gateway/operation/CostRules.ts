/** What a supergraph says of the cost of its parts, by `@cost` and `@listSize` (IBM's GraphQL cost directives). */
export interface CostRules {
  /** The weight of a type, or of what is at a coordinate such as `Query.applicants`, `Query.applicants(first:)`, `Filter.region`. */
  readonly weightOf: (coordinate: string) => number | undefined
  readonly listSizeOf: (coordinate: string) => ListSize | undefined
  /** Whether any argument or input field has a weight. */
  readonly weighsInput: boolean
}

/** How long a list may be expected to be. */
export interface ListSize {
  readonly assumedSize: number | undefined
  /** The arguments, as paths into input objects, that say how long it may be; the greatest counts. */
  readonly slicingArguments: readonly string[]
  /** Fields of what the field answers that are the lists; without them, it is a list itself. */
  readonly sizedFields: readonly string[]
  /** Whether exactly one of the slicing arguments must be given. */
  readonly requireOneSlicingArgument: boolean
}
