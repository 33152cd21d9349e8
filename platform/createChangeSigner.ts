import { createSigner } from 'fast-jwt'
import type { ChangeClaims } from './ChangeClaims.ts'
import { changeAudience } from './changeAudience.ts'

/** Signs one announcement of changes and answers the token (JWT, HS256, valid for 60 seconds, RFC 7519). */
export type ChangeSigner = (claims: Omit<ChangeClaims, 'agency'>) => string

export interface ChangeSignerOptions {
  /** The agency's call key, see `deriveCallKey`. */
  readonly key: string
  /** The agency that announces; it becomes the issuer. */
  readonly agency: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** Makes the signer of one agency's announcements. */
export function createChangeSigner({ key, agency, clock }: ChangeSignerOptions): ChangeSigner {
  const sign = createSigner({ algorithm: 'HS256', key: Buffer.from(key, 'base64url') })
  return function signChange({ id, bodyDigest }) {
    const issuedAt = Math.floor(clock() / 1000)
    return sign({ iss: agency, aud: changeAudience, iat: issuedAt, exp: issuedAt + 60, jti: id, digest: bodyDigest })
  }
}
