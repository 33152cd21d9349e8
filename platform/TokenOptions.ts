/** Between whom a token goes. */
export interface TokenOptions {
  /** What both have, see `deriveCallKey`. */
  readonly key: string
  readonly issuer: string
  readonly audience: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}
