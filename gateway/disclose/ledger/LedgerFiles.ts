/** A segment, which is written in place. */
export interface LedgerFile {
  /** Resolves once all of it is on disk. What was written of it when this rejects is not known. */
  readonly write: (bytes: Buffer, position: number) => Promise<void>
  readonly truncate: (size: number) => Promise<void>
  /** Whether its name still leads to it, in this turn of the event loop. */
  readonly isInPlace: () => boolean
  readonly close: () => Promise<void>
}

/** The file of the head. */
export interface LedgerHeadFile {
  /** Writes over its first bytes, in this turn of the event loop, and throws where it cannot. */
  readonly overwrite: (bytes: Buffer) => void
  /** All its bytes, in this turn of the event loop; of a file that is too long for a head, more than a head has. */
  readonly read: () => Buffer
  /** Whether its name still leads to it, in this turn of the event loop. */
  readonly isInPlace: () => boolean
  /** Resolves when what was written is on disk. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** What a ledger needs to write. Everything rejects with an error of the operating system, which has a code. */
export interface LedgerFiles {
  /** Opens a segment that is there (`r+`), or makes one that must not be (`wx`). */
  readonly open: (path: string, flags: 'r+' | 'wx') => Promise<LedgerFile>
  /** Opens the file of the head, or makes it. */
  readonly openHead: (path: string) => Promise<LedgerHeadFile>
  /** Resolves when the names in a directory are on disk. */
  readonly syncDirectory: (path: string) => Promise<void>
  /** Resolves when the disk has answered for a path, whether or not anything is there. */
  readonly reach: (path: string) => Promise<void>
}
