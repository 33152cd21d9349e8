import type { CallClaims } from './CallClaims.ts'
import type { TokenOptions } from './TokenOptions.ts'
import { createTokenSigner } from './createTokenSigner.ts'
import { gatewayName } from './gatewayName.ts'

/** Signs the claims of one call and answers the token. */
export type CallSigner = (claims: CallClaims) => string

export interface CallSignerOptions extends Pick<TokenOptions, 'key' | 'clock'> {
  /** The agency that the tokens are for. */
  readonly agency: string
}

/** Makes the signer of calls to one agency. */
export function createCallSigner({ agency, ...options }: CallSignerOptions): CallSigner {
  const sign = createTokenSigner({ ...options, issuer: gatewayName, audience: agency })
  return function signCall({ subject, purpose, scopes, correlationId, bodyDigest }) {
    return sign({ sub: subject, purpose, scope: scopes.join(' '), cid: correlationId, digest: bodyDigest })
  }
}
