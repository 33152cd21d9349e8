import type { DisclosedAgency } from './Disclosure.ts'

/** What an entry says, but for its place in the chain. */
export interface EntryContent {
  /** ISO 8601. */
  readonly at: string
  readonly kind: string
  readonly client: string
  /** Sealed, see `createSubjectSealer`. */
  readonly subject: string
  readonly office?: string | undefined
  readonly purpose: string
  readonly operation: string
  /** HMACs of NIKs. */
  readonly applicants: readonly string[]
  readonly classes: readonly string[]
  readonly agencies: readonly DisclosedAgency[]
  readonly correlationId: string
}
