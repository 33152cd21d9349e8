/** What a call token says: who asks, for which purpose and with which scopes. */
export interface CallClaims {
  readonly subject: string
  readonly purpose: string
  readonly scopes: readonly string[]
}
