import { describe, expect, test } from '@jest/globals'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../platform/createCallVerifier.ts'
import { createChangeSigner } from '../../../platform/createChangeSigner.ts'
import { createChangeVerifier } from '../../../platform/createChangeVerifier.ts'
import { createTokenSigner } from '../../../platform/createTokenSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const clock = (): number => Date.parse('2026-11-24T02:00:00Z')
const keyOf = (agency: string): string => deriveCallKey('a secret of at least 32 characters', agency)
const keys = new Map(['passport', 'health'].map((agency) => [agency, keyOf(agency)]))

const verify = createChangeVerifier({ keyOf: (agency) => keys.get(agency), clock })
const signerOf = (agency: string, key = keyOf(agency)) => createChangeSigner({ key, agency, clock })
const claims = { id: 'a-1', bodyDigest: 'digest' }
const token = signerOf('passport')(claims)

describe('the verifier of change tokens', () => {
  test('answers what each agency signed, and which it was', () => {
    expect(verify(token)).toEqual({ agency: 'passport', ...claims })
    expect(verify(signerOf('health')(claims))).toEqual({ agency: 'health', ...claims })
    expect(verify(token)).toEqual({ agency: 'passport', ...claims })
  })

  test('refuses an agency that signs as another, or that is none', () => {
    expect(verify(signerOf('health', keyOf('passport'))(claims))).toBeNull()
    expect(verify(signerOf('archive')(claims))).toBeNull()
  })

  test('refuses a call token, as an agency refuses a change token', () => {
    const options = { key: keyOf('passport'), agency: 'passport', clock }
    const call = createCallSigner(options)({ subject: 's', purpose: 'p', scopes: [] }, 'body')
    expect(verify(call.token)).toBeNull()
    expect(createCallVerifier(options).readToken(token)).toBeNull()
    const toItself = { key: keyOf('passport'), issuer: 'passport', audience: 'passport', clock }
    expect(verify(createTokenSigner(toItself)({ jti: 'a-1', digest: 'digest' }))).toBeNull()
  })

  test('refuses a text that names no agency, and never throws', () => {
    const [header, payload, signature] = token.split('.')
    for (const claimed of ['"text"', 'null', '7', '[]', '{', '{"iss":7}', '{}']) {
      const other = Buffer.from(claimed).toString('base64url')
      expect(verify(`${header}.${other}.${signature}`)).toBeNull()
    }
    for (const other of ['', '.', '..', header ?? '', `${header}.${payload}`, `${token}.`])
      expect(verify(other)).toBeNull()
  })
})
