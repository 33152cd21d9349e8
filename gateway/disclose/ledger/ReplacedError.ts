/**
 * Thrown when a file of the ledger is no longer the one that this process opened, or not as it wrote it. Entries may be lost with
 * the one that was, and nobody but an operator can say which: it holds until a restart.
 */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError'
  readonly code = 'REPLACED'
  /** Its name in the directory. */
  readonly file: string

  constructor(file: string) {
    super(`${file} was replaced, removed or written by another.`)
    this.file = file
  }
}
