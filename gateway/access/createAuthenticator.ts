import { jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { GraphQLError } from 'graphql'
import { fault } from '../../platform/fault.ts'
import type { KeySource } from './KeySource.ts'
import type { Principal } from './Principal.ts'
import { readPrincipal } from './readPrincipal.ts'

/**
 * Who asks, by the header `Authorization: Bearer` with a JWT (RFC 6750, 7519). Rejects with UNAUTHENTICATED, whatever is wrong
 * with it, and with AUTHENTICATION_UNAVAILABLE where it cannot be told.
 */
export type Authenticator = (authorization: string | undefined) => Promise<Principal>

export interface AuthenticatorOptions {
  readonly keys: KeySource
  readonly issuer: string
  readonly audience: string
  /** What a token's header says that it is (`typ`): an issuer signs other things with the same keys. */
  readonly type: string
  /** Signature algorithms that are taken, none of them symmetric. */
  readonly algorithms: readonly string[]
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Milliseconds by a clock that nobody sets. */
  readonly now: () => number
}

/** Characters of the longest token that is looked at. */
const longestToken = 8_192
/** Seconds by which clocks may differ. */
const clockTolerance = 5
/** Milliseconds for which a token is known to be good: checking a signature takes as long as answering from the cache. */
const remembered = 60_000
/** Characters of the tokens that are known. */
const mostKnown = 8_388_608

/** Makes the authenticator of an issuer's tokens. */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
  const { keys, issuer, audience, type, algorithms, clock, now } = options
  const known = new LRUCache<string, Known>({ maxSize: mostKnown, sizeCalculation: (_known, token) => token.length })

  async function verify(token: string): Promise<Known> {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      typ: type,
      algorithms: [...algorithms],
      clockTolerance,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(clock()),
    })
    const principal = readPrincipal(payload)
    const { exp = Infinity } = payload
    if (principal === undefined || exp > Number.MAX_SAFE_INTEGER) throw fault('UNAUTHENTICATED')
    return { principal, expiresAt: exp * 1000, verifiedAt: now() }
  }

  return async function authenticate(authorization = '') {
    const token = readToken(authorization)
    const before = known.get(token)
    const isKnown = before !== undefined && clock() < before.expiresAt && now() < before.verifiedAt + remembered
    if (isKnown) return before.principal
    try {
      const found = await verify(token)
      known.set(token, found)
      return found.principal
    } catch (error) {
      const { code } = error instanceof GraphQLError ? error.extensions : {}
      throw code === 'AUTHENTICATION_UNAVAILABLE' ? error : fault('UNAUTHENTICATED')
    }
  }
}

interface Known {
  readonly principal: Principal
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  readonly verifiedAt: number
}

/** Three parts of base64url without padding (RFC 7515); decoders pass over more than that. */
function readToken(authorization: string): string {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? []
  if (token === undefined || token.length > longestToken) throw fault('UNAUTHENTICATED')
  return token
}
