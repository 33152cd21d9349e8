/** Why a call to an agency gave no usable answer. */
export type AgencyFailureKind =
  | 'CONNECTION'
  | 'TIMEOUT'
  | 'CANCELLED'
  | 'NO_TIME'
  | 'STATUS'
  | 'CONTENT_TYPE'
  | 'MALFORMED'
  | 'TOO_LARGE'
  | 'WRONG_SHAPE'
  | 'BREAKER_OPEN'
  | 'OVERLOADED'

export interface AgencyFailureDetails {
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined
  /** What the operating system, TLS or the HTTP client calls it, such as ECONNREFUSED. */
  readonly code?: string | undefined
}

/** A call that gave no usable answer. It carries no URL, header or body, so it is safe to log. */
export class AgencyFailure extends Error {
  override readonly name = 'AgencyFailure'
  readonly kind: AgencyFailureKind
  readonly status: number | undefined
  readonly code: string | undefined

  constructor(agency: string, kind: AgencyFailureKind, { status, code }: AgencyFailureDetails = {}) {
    super(`${agency}: ${kind}`)
    this.kind = kind
    this.status = status
    this.code = code
  }
}
