import { createSigner } from 'fast-jwt'
import type { TokenOptions } from './TokenOptions.ts'
import { tokenLife } from './tokenLife.ts'

/** Signs claims that are texts, and answers the token (JWT, HS256, RFC 7519). */
export type TokenSigner = (claims: Readonly<Record<string, string>>) => string

/** Makes a signer of tokens that hold from now on for `tokenLife`. */
export function createTokenSigner({ key, issuer, audience, clock }: TokenOptions): TokenSigner {
  const sign = createSigner({ algorithm: 'HS256', key: Buffer.from(key, 'base64url') })
  return function signToken(claims) {
    const issuedAt = Math.floor(clock() / 1000)
    return sign({ ...claims, iss: issuer, aud: audience, iat: issuedAt, exp: issuedAt + tokenLife })
  }
}
