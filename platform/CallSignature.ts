/** What a call is sent with, for its agency to tell by who asks and that nobody else wrote it. */
export interface CallSignature {
  /** The call token, see `CallClaims`. */
  readonly token: string
  /** Of the token and the body, see `signCallBody`. */
  readonly signature: string
}
