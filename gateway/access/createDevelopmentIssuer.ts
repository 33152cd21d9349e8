import { SignJWT, generateKeyPair } from 'jose'
import type { KeySource } from './KeySource.ts'
import type { DevelopmentClaims } from './readDevelopmentClaims.ts'

/** An issuer of tokens in this very process, for development. Its key is gone when the process ends. */
export interface DevelopmentIssuer {
  readonly keys: KeySource
  /** A token with these claims, good for a day. */
  readonly issue: (claims: DevelopmentClaims) => Promise<string>
}

export interface DevelopmentIssuerOptions {
  readonly issuer: string
  readonly audience: string
  /** What the header of its tokens says that they are. */
  readonly type: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

const algorithm = 'ES256'
/** Seconds. */
const life = 86_400

/** Makes a development issuer with a key of its own. */
export async function createDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<DevelopmentIssuer> {
  const { issuer, audience, type, clock } = options
  const { publicKey, privateKey } = await generateKeyPair(algorithm)
  return {
    keys: async () => publicKey,
    issue(claims) {
      const now = Math.floor(clock() / 1000)
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: algorithm, typ: type })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + life)
        .sign(privateKey)
    },
  }
}
