/** How large an operation may be. Fields, aliases and directives are counted with every fragment spread out. */
export interface OperationLimits {
  /** Tokens of the document, counted by the parser. */
  readonly tokens: number
  /**
   * Fields inside fields, with up to three fragments around each, and values inside values, written or given as variables.
   */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly rootFields: number
  readonly directives: number
}
