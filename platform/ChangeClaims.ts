/** What a change token says: which agency announces, the announcement's own id, and the digest of the body it goes with. */
export interface ChangeClaims {
  readonly agency: string
  /** Never used twice. */
  readonly id: string
  readonly bodyDigest: string
}
