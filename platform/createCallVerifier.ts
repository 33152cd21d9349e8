import type { CallClaims } from './CallClaims.ts'
import type { TokenOptions } from './TokenOptions.ts'
import { createTokenVerifier } from './createTokenVerifier.ts'
import { gatewayName } from './gatewayName.ts'

/** Answers the claims of a token that holds for this agency now, or null for any other; it never says why. */
export type CallVerifier = (token: string) => CallClaims | null

export interface CallVerifierOptions extends Pick<TokenOptions, 'key' | 'clock'> {
  readonly agency: string
}

/** Makes the verifier of the calls to one agency. */
export function createCallVerifier({ agency, ...options }: CallVerifierOptions): CallVerifier {
  const verify = createTokenVerifier(['sub', 'purpose', 'scope', 'cid', 'digest'], {
    ...options,
    issuer: gatewayName,
    audience: agency,
  })
  return function verifyCall(token) {
    const claims = verify(token)
    if (claims === null) return null
    const { sub, purpose, scope, cid, digest } = claims
    const scopes = scope === '' ? [] : scope.split(' ')
    return { subject: sub, purpose, scopes, correlationId: cid, bodyDigest: digest }
  }
}
