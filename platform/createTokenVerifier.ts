import { createVerifier } from 'fast-jwt'
import type { TokenOptions } from './TokenOptions.ts'
import { clockTolerance } from './clockTolerance.ts'
import { isRecord } from './isRecord.ts'
import { oncePerText } from './oncePerText.ts'
import { tokenLife } from './tokenLife.ts'

/** Answers the claims of a token that holds now, or null for any other; it never says why. */
export type TokenVerifier<Claim extends string> = (token: string) => Readonly<Record<Claim, string>> | null

/** Makes the verifier of tokens with these claims, all of them texts: HS256 only, right issuer and audience, for no longer than `tokenLife`. */
export function createTokenVerifier<Claim extends string>(
  claims: readonly Claim[],
  { key, issuer, audience, clock }: TokenOptions,
): TokenVerifier<Claim> {
  const decode = createVerifier({
    key: Buffer.from(key, 'base64url'),
    algorithms: ['HS256'],
    allowedIss: issuer,
    allowedAud: audience,
    requiredClaims: ['iss', 'aud'],
    // The lifetime is checked below against the injected clock.
    ignoreExpiration: true,
    ignoreNotBefore: true,
    cache: false,
  })
  function hasClaims(payload: Readonly<Record<string, unknown>>): payload is Readonly<Record<Claim, string>> {
    return claims.every((claim) => typeof payload[claim] === 'string')
  }
  /** What the key signed is the same whenever it is read; only whether it holds is a matter of time. */
  const readOnce = oncePerText(function readToken(token: string) {
    try {
      const payload: unknown = decode(token)
      return isRecord(payload) && hasClaims(payload) ? payload : null
    } catch {
      return null
    }
  })
  return function verifyToken(token) {
    const payload = readOnce(token)
    return payload !== null && holdsAt(payload, Math.floor(clock() / 1000)) ? payload : null
  }
}

function holdsAt({ iat, exp }: Readonly<Record<string, unknown>>, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false
  if (!Number.isInteger(iat) || !Number.isInteger(exp)) return false
  return iat <= now + clockTolerance && exp > now && exp - iat <= tokenLife
}
