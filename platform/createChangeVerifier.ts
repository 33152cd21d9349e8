import { createDecoder, createVerifier } from 'fast-jwt'
import type { ChangeClaims } from './ChangeClaims.ts'
import { changeAudience } from './changeAudience.ts'

/** Answers the claims of a token that one of the agencies signed less than a minute ago, or null; it never says why. */
export type ChangeVerifier = (token: string) => ChangeClaims | null

export interface ChangeVerifierOptions {
  /** The call key of an agency that may announce, or undefined. */
  readonly keyOf: (agency: string) => string | undefined
  readonly clock: () => number
}

/** How far the clocks of gateway and agency may differ, in seconds. */
const clockTolerance = 5

/** Makes the verifier of change tokens: HS256 only, with the key of the very agency that the token names. */
export function createChangeVerifier({ keyOf, clock }: ChangeVerifierOptions): ChangeVerifier {
  const verifiers = new Map<string, Verifier>()
  const decode = createDecoder()

  function verifierOf(agency: string): Verifier | undefined {
    const key = keyOf(agency)
    if (key === undefined) return undefined
    const verifier = verifiers.get(agency) ?? createAgencyVerifier(agency, key)
    verifiers.set(agency, verifier)
    return verifier
  }

  return function verifyChange(token) {
    try {
      const claimed: unknown = decode(token)
      const verify = isPayload(claimed) ? verifierOf(claimed.iss) : undefined
      return verify === undefined ? null : readClaims(verify(token), Math.floor(clock() / 1000))
    } catch {
      return null
    }
  }
}

type Verifier = (token: string) => unknown

function createAgencyVerifier(agency: string, key: string): Verifier {
  return createVerifier({
    key: Buffer.from(key, 'base64url'),
    algorithms: ['HS256'],
    allowedIss: agency,
    allowedAud: changeAudience,
    requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti', 'digest'],
    // The lifetime is checked below against the injected clock.
    ignoreExpiration: true,
    ignoreNotBefore: true,
    cache: false,
  })
}

function readClaims(payload: unknown, now: number): ChangeClaims | null {
  if (!isPayload(payload)) return null
  const { iss, iat, exp, jti, digest } = payload
  const lifetimeHolds = iat <= now + clockTolerance && exp > now && exp - iat <= 60
  return lifetimeHolds ? { agency: iss, id: jti, bodyDigest: digest } : null
}

interface Payload {
  readonly iss: string
  readonly iat: number
  readonly exp: number
  readonly jti: string
  readonly digest: string
}

function isPayload(value: unknown): value is Payload {
  if (typeof value !== 'object' || value === null) return false
  const claims = new Map(Object.entries(value))
  return (
    ['iss', 'jti', 'digest'].every((name) => typeof claims.get(name) === 'string') &&
    ['iat', 'exp'].every((name) => Number.isInteger(claims.get(name)))
  )
}
