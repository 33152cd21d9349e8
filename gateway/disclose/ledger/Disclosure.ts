/** One answer that is about to leave. */
export interface Disclosure {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly correlationId: string
  readonly principal: DisclosurePrincipal
  readonly purpose: string
  /** The name of a registered operation, or a digest. */
  readonly operation: string
  /** NIKs in the clear; only their HMACs are written. */
  readonly applicants: readonly string[]
  /** Such as GENERAL, SPECIFIC, PUBLIC. */
  readonly classes: readonly string[]
  readonly agencies: readonly DisclosedAgency[]
}

/** Who gets the answer. The subject may name a person, so it is written sealed. */
export interface DisclosurePrincipal {
  readonly kind: string
  readonly client: string
  readonly subject: string
  readonly office?: string | undefined
}

/** An agency that the answer has something of, and where that came from. */
export interface DisclosedAgency {
  readonly agency: string
  readonly source: 'LIVE' | 'CACHE' | 'STALE' | 'UNAVAILABLE'
}
