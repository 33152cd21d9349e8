import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey, JSONWebKeySet, JWK } from 'jose'

/** Signs tokens for tests, with keys that come and go. Their ids are `key-1`, `key-2` and so on at every signer. */
export interface TestSigner {
  /** A token of a third party's application that is good for an hour, but for what the draft says. */
  readonly sign: (draft?: TokenDraft) => Promise<string>
  /** Makes another key, signs with it from here on, and answers its id. */
  readonly addKey: (algorithm?: string) => Promise<string>
  /** Publishes a key no more; it can still be signed with. */
  readonly withdraw: (kid: string) => void
  /** What is published. */
  readonly jwks: () => JSONWebKeySet
}

export interface TokenDraft {
  /** Claims in the place of the usual ones; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Parameters of the header in the place of the usual ones; undefined leaves one out. */
  readonly header?: Readonly<Record<string, unknown>>
  /** Writes the payload, instead of as JSON is usually written. */
  readonly write?: (payload: unknown) => string
  /** Secret that is signed with instead of the newest key. */
  readonly secret?: Uint8Array
}

export interface TestSignerOptions {
  readonly issuer: string
  readonly audience: string
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

interface SigningKey {
  readonly alg: string
  readonly kid: string
  readonly privateKey: CryptoKey
}

/** Makes a signer with one key, of ES256. */
export async function createTestSigner({ issuer, audience, clock }: TestSignerOptions): Promise<TestSigner> {
  const published = new Map<string, JWK>()
  let made = 0
  let newest = await makeKey('ES256')

  async function makeKey(alg: string): Promise<SigningKey> {
    made += 1
    const kid = `key-${made}`
    const { publicKey, privateKey } = await generateKeyPair(alg)
    published.set(kid, { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' })
    return { alg, kid, privateKey }
  }

  return {
    async sign({ claims = {}, header = {}, write = JSON.stringify, secret } = {}) {
      const now = Math.floor(clock() / 1000)
      const usual = { iss: issuer, aud: audience, sub: 'a-person', client_id: 'a-client', kind: 'FRONTEND' }
      const payload = { ...usual, scope: 'reference readiness validity', iat: now, exp: now + 3600, ...claims }
      const { alg, kid, privateKey } = newest
      return new CompactSign(new TextEncoder().encode(write(payload)))
        .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
        .sign(secret ?? privateKey, { crit: extensionsOf(header) })
    },
    async addKey(algorithm = 'ES256') {
      newest = await makeKey(algorithm)
      return newest.kid
    },
    withdraw(kid) {
      published.delete(kid)
    },
    jwks: () => ({ keys: [...published.values()] }),
  }
}

/** What signing is to let pass for understood: all that the header says must be. */
function extensionsOf({ crit }: Readonly<Record<string, unknown>>): Readonly<Record<string, boolean>> {
  return Array.isArray(crit) ? Object.fromEntries(crit.map((name) => [String(name), true] as const)) : {}
}
