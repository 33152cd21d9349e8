/** How large an operation may be. Fields, aliases and directives are counted with every fragment spread out. */
export interface OperationLimits {
  /** Tokens of the document, counted by the parser. */
  readonly tokens: number
  /** Fields inside fields, and values inside values. */
  readonly depth: number
  readonly fields: number
  readonly aliases: number
  readonly rootFields: number
  readonly directives: number
}
