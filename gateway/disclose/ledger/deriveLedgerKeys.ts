import { createSecretKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { deriveKey } from '../../../platform/deriveKey.ts'

/** What is derived from the secret of a ledger; none of it tells anything of the others. */
export interface LedgerKeys {
  /** Proves entries and the head. */
  readonly chain: KeyObject
  /** Hides who the records are about. */
  readonly applicants: KeyObject
  /** Seals who saw them. */
  readonly subjects: KeyObject
}

/** Derives the keys of a ledger from its secret. */
export function deriveLedgerKeys(secret: string): LedgerKeys {
  const derive = (purpose: string): KeyObject => createSecretKey(deriveKey(secret, `ledger: ${purpose}`))
  return { chain: derive('chain'), applicants: derive('applicants'), subjects: derive('subjects') }
}
