/** What a fault of an operation says besides its code's text; no part of it is a value. */
export interface Described {
  /** Stands behind the text of the code. */
  readonly sentence: string
  /** The argument whose literal is at fault, and where inside it, such as `filter.updatedSince`. */
  readonly argument?: string
  /** The same of a variable, without its `$`; an entry of a list by its number from 0, such as `filter.niks[3]`. */
  readonly variable?: string
}
