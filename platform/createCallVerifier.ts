import { createVerifier } from 'fast-jwt'
import type { CallClaims } from './CallClaims.ts'

/** Answers the claims of a token that holds for this agency now, or null for any other; it never says why. */
export type CallVerifier = (token: string) => CallClaims | null

export interface CallVerifierOptions {
  readonly key: string
  readonly agency: string
  readonly clock: () => number
}

/** How far the clocks of gateway and agency may differ, in seconds. */
const clockTolerance = 5

/** Makes the verifier of one agency: HS256 only, right issuer and audience, at most a minute old. */
export function createCallVerifier({ key, agency, clock }: CallVerifierOptions): CallVerifier {
  const decode = createVerifier({
    key: Buffer.from(key, 'base64url'),
    algorithms: ['HS256'],
    allowedIss: 'satu-atap-gateway',
    allowedAud: agency,
    requiredClaims: ['iss', 'aud', 'iat', 'exp', 'sub', 'purpose', 'digest'],
    // The lifetime is checked below against the injected clock.
    ignoreExpiration: true,
    ignoreNotBefore: true,
    cache: false,
  })
  return function verifyCall(token) {
    try {
      return readClaims(decode(token), Math.floor(clock() / 1000))
    } catch {
      return null
    }
  }
}

function readClaims(payload: unknown, now: number): CallClaims | null {
  if (!isPayload(payload)) return null
  const lifetimeHolds = payload.iat <= now + clockTolerance && payload.exp > now && payload.exp - payload.iat <= 60
  if (!lifetimeHolds) return null
  return {
    subject: payload.sub,
    purpose: payload.purpose,
    scopes: payload.scope === '' ? [] : payload.scope.split(' '),
    correlationId: payload.cid,
    bodyDigest: payload.digest,
  }
}

interface Payload {
  readonly iat: number
  readonly exp: number
  readonly sub: string
  readonly purpose: string
  readonly scope: string
  readonly cid: string
  readonly digest: string
}

function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null) return false
  const text = ['sub', 'purpose', 'scope', 'cid', 'digest']
  const claims = new Map(Object.entries(value))
  return (
    text.every((name) => typeof claims.get(name) === 'string') &&
    Number.isInteger(claims.get('iat')) &&
    Number.isInteger(claims.get('exp'))
  )
}
