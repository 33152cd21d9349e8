export interface TransactionOptions {
  /** Statements may take any time, and wait for any lock, as migrations do. */
  readonly patient?: boolean
}

/** What an agency's source may do with its database. Every statement has a deadline on the server, and a later one here. */
export interface Database {
  /**
   * Runs one statement, prepared by its text, and answers its rows. Rejects with DEADLINE_EXCEEDED as soon as `signal`
   * aborts, or when the time limit of the database passes, and with a ConnectionError where it
   * lets nobody in. What nobody waits for is ended on the server too.
   */
  readonly query: <Row>(text: string, values?: readonly unknown[], signal?: AbortSignal) => Promise<readonly Row[]>
  /** Runs any number of statements without parameters, as migrations have them. */
  readonly runScript: (text: string) => Promise<void>
  /** Runs the work in one transaction on one connection; what it throws rolls everything back. */
  readonly transaction: <Result>(
    work: (database: Database) => Promise<Result>,
    options?: TransactionOptions,
  ) => Promise<Result>
  /** Closes every connection at once; what is still asked on one rejects. */
  readonly close: () => Promise<void>
}
