import { errors, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { GraphQLError } from 'graphql'
import type { Logger } from '../../platform/Logger.ts'
import { codeOf } from '../../platform/codeOf.ts'
import { fault } from '../../platform/fault.ts'
import type { KeySource } from './KeySource.ts'
import type { Principal } from './Principal.ts'
import { readPrincipal } from './readPrincipal.ts'

/**
 * Who asks, by the header `Authorization: Bearer` with a JWT (RFC 6750, 7519). Rejects with UNAUTHENTICATED, whatever is wrong
 * with it, and with AUTHENTICATION_UNAVAILABLE where it cannot be told. What is wrong is logged at debug level alone, by the code
 * and the claim's name, never by a value, under the correlation id: a client learns nothing of it.
 */
export type Authenticator = (authorization: string | undefined, correlationId?: string) => Promise<Principal>

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
  readonly logger: Pick<Logger, 'debug'>
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
  const { keys, issuer, audience, type, algorithms, clock, now, logger } = options
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
    if (principal === undefined || exp > Number.MAX_SAFE_INTEGER) throw new NoPrincipal()
    return { principal, expiresAt: exp * 1000, verifiedAt: now() }
  }

  function refuse(why: object): GraphQLError {
    logger.debug(why, 'a token was refused')
    return fault('UNAUTHENTICATED')
  }

  return async function authenticate(authorization = '', correlationId) {
    const token = readToken(authorization)
    if (token === undefined)
      throw refuse({ correlationId, code: authorization === '' ? 'NO_TOKEN' : 'NO_BEARER_TOKEN' })
    const before = known.get(token)
    const isKnown = before !== undefined && clock() < before.expiresAt && now() < before.verifiedAt + remembered
    if (isKnown) return before.principal
    try {
      const found = await verify(token)
      known.set(token, found)
      return found.principal
    } catch (error) {
      const { code } = error instanceof GraphQLError ? error.extensions : {}
      throw code === 'AUTHENTICATION_UNAVAILABLE' ? error : refuse({ correlationId, ...reasonOf(error) })
    }
  }
}

interface Known {
  readonly principal: Principal
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
  readonly verifiedAt: number
}

/** A token that is signed as it should be, with claims that are not those of a principal. */
class NoPrincipal extends Error {
  readonly code = 'NO_PRINCIPAL'
}

/** What may be told of it: constants of jose and of ours. The claim is one that was asked for, as it is called here. */
function reasonOf(error: unknown): object {
  const isOfClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired
  return isOfClaim ? { code: error.code, claim: error.claim, reason: error.reason } : { code: codeOf(error) }
}

/** Three parts of base64url without padding (RFC 7515); decoders pass over more than that. Undefined for anything else. */
function readToken(authorization: string): string | undefined {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization) ?? []
  return token === undefined || token.length > longestToken ? undefined : token
}
