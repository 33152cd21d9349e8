import { createSecretKey, timingSafeEqual } from 'node:crypto'
import type { CallClaims } from './CallClaims.ts'
import type { CallSignature } from './CallSignature.ts'
import type { TokenOptions } from './TokenOptions.ts'
import { createTokenVerifier } from './createTokenVerifier.ts'
import { gatewayName } from './gatewayName.ts'
import { signCallBody } from './signCallBody.ts'

/** Tells an agency who asks; it never says why something is refused. */
export interface CallVerifier {
  /** The claims of a token that holds for this agency now, or null for any other. */
  readonly readToken: (token: string) => CallClaims | null
  /** Whether the gateway signed this very body to go with this token. */
  readonly isSigned: (call: CallSignature, body: Buffer) => boolean
}

export interface CallVerifierOptions extends Pick<TokenOptions, 'key' | 'clock'> {
  readonly agency: string
}

/** Makes the verifier of the calls to one agency. */
export function createCallVerifier({ agency, ...options }: CallVerifierOptions): CallVerifier {
  const secret = createSecretKey(options.key, 'base64url')
  const verify = createTokenVerifier(['sub', 'purpose', 'scope'], {
    ...options,
    issuer: gatewayName,
    audience: agency,
  })
  return {
    readToken(token) {
      const claims = verify(token)
      if (claims === null) return null
      const { sub, purpose, scope } = claims
      return { subject: sub, purpose, scopes: scope === '' ? [] : scope.split(' ') }
    },
    isSigned({ token, signature }, body) {
      const expected = Buffer.from(signCallBody(secret, token, body))
      const given = Buffer.from(signature)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
