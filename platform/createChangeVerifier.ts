import { createDecoder } from 'fast-jwt'
import type { ChangeClaims } from './ChangeClaims.ts'
import { createTokenVerifier } from './createTokenVerifier.ts'
import type { TokenVerifier } from './createTokenVerifier.ts'
import { gatewayName } from './gatewayName.ts'
import { isRecord } from './isRecord.ts'

/** Answers the claims of a token that one of the agencies signed and that holds now, or null; it never says why. */
export type ChangeVerifier = (token: string) => ChangeClaims | null

export interface ChangeVerifierOptions {
  /** The call key of an agency that may announce, or undefined. */
  readonly keyOf: (agency: string) => string | undefined
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

type AgencyVerifier = TokenVerifier<'jti' | 'digest'>

/** Makes the verifier of announcements, each with the key of the very agency that its token names. */
export function createChangeVerifier({ keyOf, clock }: ChangeVerifierOptions): ChangeVerifier {
  const verifiers = new Map<string, AgencyVerifier>()
  const issuerOf = createIssuerReader()

  function verifierOf(agency: string): AgencyVerifier | undefined {
    const key = keyOf(agency)
    if (key === undefined) return undefined
    const options = { key, issuer: agency, audience: gatewayName, clock }
    const verifier = verifiers.get(agency) ?? createTokenVerifier(['jti', 'digest'], options)
    verifiers.set(agency, verifier)
    return verifier
  }

  return function verifyChange(token) {
    const agency = issuerOf(token)
    const claims = agency === undefined ? undefined : verifierOf(agency)?.(token)
    return agency && claims ? { agency, id: claims.jti, bodyDigest: claims.digest } : null
  }
}

/** Makes what tells who signed a token, by its own word. */
function createIssuerReader(): (token: string) => string | undefined {
  const decode = createDecoder()
  return function issuerOf(token) {
    try {
      const claimed: unknown = decode(token)
      return isRecord(claimed) && typeof claimed['iss'] === 'string' ? claimed['iss'] : undefined
    } catch {
      return undefined
    }
  }
}
