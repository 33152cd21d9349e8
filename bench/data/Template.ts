/** A text with gaps for NIKs: the NIKs of a request in, the text out. */
export type Template = (niks: readonly string[]) => string
