/** An operation as a client might send it. */
export interface WrittenOperation {
  readonly query: string
  /** Which of the document's operations it is, where there are several. */
  readonly operationName?: string | undefined
  readonly variables: Readonly<Record<string, unknown>>
}
