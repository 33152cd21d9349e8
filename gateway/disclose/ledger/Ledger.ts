import type { Disclosure } from './Disclosure.ts'

/** Keeps what was disclosed to whom, on disk before the answer leaves. */
export interface Ledger {
  /**
   * Resolves once the entry is on disk. Rejects with the fault LEDGER_UNAVAILABLE when it cannot be written, when too many wait,
   * or when the signal aborts first; the entry may then be there or not.
   */
  readonly append: (disclosure: Disclosure, signal?: AbortSignal) => Promise<void>
  readonly state: () => LedgerState
  /** Writes what waits, takes nothing more, and lets go of the directory. */
  readonly close: () => Promise<void>
}

/**
 * Whether entries can be written, and why not: a word such as ENOSPC, EROFS or EIO, HANGS when the disk does not answer, or
 * REPLACED, until a restart, when the files in the directory are no longer those that are written.
 */
export type LedgerState = { readonly writable: true } | { readonly writable: false; readonly reason: string }
