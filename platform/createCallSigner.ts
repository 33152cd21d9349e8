import { createSigner } from 'fast-jwt'
import type { CallClaims } from './CallClaims.ts'

/** Signs the claims of one call and answers the token (JWT, HS256, valid for 60 seconds, RFC 7519). */
export type CallSigner = (claims: CallClaims) => string

export interface CallSignerOptions {
  /** The agency's call key, see `deriveCallKey`. */
  readonly key: string
  /** The agency the tokens are for; it becomes the audience. */
  readonly agency: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Makes the signer of calls to one agency. */
export function createCallSigner({ key, agency, clock }: CallSignerOptions): CallSigner {
  const sign = createSigner({ algorithm: 'HS256', key: Buffer.from(key, 'base64url') })
  return function signCall(claims) {
    const issuedAt = Math.floor(clock() / 1000)
    return sign({
      iss: 'satu-atap-gateway',
      aud: agency,
      iat: issuedAt,
      exp: issuedAt + 60,
      sub: claims.subject,
      purpose: claims.purpose,
      scope: claims.scopes.join(' '),
      cid: claims.correlationId,
      digest: claims.bodyDigest,
    })
  }
}
