/** A variable's value on which `@skip` or `@include` makes a field depend. */
export interface Condition {
  readonly variable: string
  readonly wanted: boolean
  /** The variable's default. */
  readonly fallback: boolean
}
