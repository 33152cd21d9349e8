/** What a call token says: who asks, for which purpose and with which scopes, and the digest of the body it goes with. */
export interface CallClaims {
  readonly subject: string
  readonly purpose: string
  readonly scopes: readonly string[]
  readonly correlationId: string
  readonly bodyDigest: string
}
