import type { Deadline } from '../platform/Deadline.ts'
import type { CacheNote } from './cache/CacheNote.ts'
import type { ProvenanceRecorder } from './disclose/ProvenanceRecorder.ts'

/** Who asks, for which purpose and with which scopes; it goes into every call token. */
export interface Asker {
  readonly subject: string
  readonly purpose: string
  readonly scopes: readonly string[]
}

/** What travels with a request from intake to disclosure. */
export interface RequestContext {
  readonly correlationId: string
  /** Ends when the answer is due or the client has left. */
  readonly deadline: Deadline
  readonly asker: Asker
  readonly provenance: ProvenanceRecorder
  /** Whether agencies are asked even for what is kept of them. */
  readonly live?: boolean
  /** Takes a note of each question to the cache, where developers may see them. */
  readonly noteCache?: ((note: CacheNote) => void) | undefined
}
