/** How large the body of a request may be. */
export interface BodyLimits {
  readonly bytes: number
  /** What `isCrowded` counts. */
  readonly values: number
}
