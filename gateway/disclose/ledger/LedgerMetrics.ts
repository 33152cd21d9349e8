/** Where what happens in the ledger is counted. */
export interface LedgerMetrics {
  /** A group of so many entries is on disk, so many seconds after it was begun. */
  readonly wrote: (entries: number, seconds: number) => void
  readonly writable: (isWritable: boolean) => void
}
