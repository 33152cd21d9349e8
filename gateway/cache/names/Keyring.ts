import type { KeyObject } from 'node:crypto'

/** What is derived from one secret; none of it tells anything of the others. */
export interface CacheKeys {
  /** Says in front of a value which keys it was sealed with. */
  readonly id: Buffer
  readonly entries: KeyObject
  readonly counters: KeyObject
  readonly values: KeyObject
}

/** The keys of every secret in use: the first writes, all read. */
export type Keyring = readonly [CacheKeys, ...CacheKeys[]]
