/** How lookups by one root field travel together, each under an alias and with key variables of its own. */
export interface LookupText {
  /** The response key of the root field when it is asked for alone. */
  readonly at: string
  /** The variables of the key. */
  readonly key: readonly string[]
  readonly aliasOf: (index: number) => string
  readonly variableOf: (name: string, index: number) => string
  readonly textFor: (count: number) => string
}
