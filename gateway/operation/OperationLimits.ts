/** How large an operation may be. Fields, aliases and directives are counted with every fragment spread out. */
export interface OperationLimits {
  /** Tokens of the document, counted by the parser. */
  readonly tokens: number
  /** Lines of its text: one token, a block string, may hold all of them, and each costs as much to read as a token. */
  readonly lines: number
  /**
   * Fields inside fields, with up to three fragments around each, and values inside values, written or given as variables.
   */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly rootFields: number
  readonly directives: number
  /** Comparisons of fields that validation may make, see `countComparisons`. */
  readonly comparisons: number
  /** What an operation with its variables may cost, see `createCostMeter`. */
  readonly cost: number
  /** Entries that may be asked of one list. */
  readonly pageSize: number
}
