/** What an agency's source may do with its database. Every statement has a deadline on the server. */
export interface Database {
  /**
   * Runs one statement, prepared by its text, and answers its rows. Rejects with DEADLINE_EXCEEDED as soon as `signal`
   * aborts, or when the server's time limit passes.
   */
  readonly query: <Row>(text: string, values?: readonly unknown[], signal?: AbortSignal) => Promise<readonly Row[]>
  /** Runs any number of statements without parameters, as migrations have them. */
  readonly runScript: (text: string) => Promise<void>
  /** Runs the work in one transaction on one connection; what it throws rolls everything back. */
  readonly transaction: <Result>(work: (database: Database) => Promise<Result>) => Promise<Result>
  readonly close: () => Promise<void>
}
