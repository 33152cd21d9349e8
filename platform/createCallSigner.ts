import { createSecretKey } from 'node:crypto'
import type { CallClaims } from './CallClaims.ts'
import type { CallSignature } from './CallSignature.ts'
import type { TokenOptions } from './TokenOptions.ts'
import { createTokenSigner } from './createTokenSigner.ts'
import { gatewayName } from './gatewayName.ts'
import { signCallBody } from './signCallBody.ts'
import { tokenLife } from './tokenLife.ts'

/** Signs a call of somebody with the very body that is sent. */
export type CallSigner = (asker: CallClaims, body: string) => CallSignature

export interface CallSignerOptions extends Pick<TokenOptions, 'key' | 'clock'> {
  /** The agency that the calls are for. */
  readonly agency: string
}

interface KnownToken {
  readonly token: string
  /** Milliseconds since the epoch. */
  readonly madeAt: number
}

/** Milliseconds for which a token is sent again: it holds for as long again when it is sent for the last time. */
const mostAge = (tokenLife / 2) * 1000

/** Makes the signer of calls to one agency. Who asks is signed once for all calls of half a minute, and each body by itself. */
export function createCallSigner({ agency, key, clock }: CallSignerOptions): CallSigner {
  const sign = createTokenSigner({ key, clock, issuer: gatewayName, audience: agency })
  const secret = createSecretKey(key, 'base64url')
  const known = new WeakMap<CallClaims, KnownToken>()

  function tokenOf(asker: CallClaims): string {
    const now = clock()
    const before = known.get(asker)
    // The clock may have been set back, and a token of what is then to come does not hold.
    if (before !== undefined && before.madeAt <= now && now < before.madeAt + mostAge) return before.token
    const { subject, purpose, scopes } = asker
    const token = sign({ sub: subject, purpose, scope: scopes.join(' ') })
    known.set(asker, { token, madeAt: now })
    return token
  }

  return function signCall(asker, body) {
    const token = tokenOf(asker)
    return { token, signature: signCallBody(secret, token, body) }
  }
}
