import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../platform/createCallVerifier.ts'
import { createChangeSigner } from '../../../platform/createChangeSigner.ts'
import { createChangeVerifier } from '../../../platform/createChangeVerifier.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const secret = 'a secret of at least 32 characters'
const start = Date.parse('2026-11-24T02:00:00Z')
const seconds = start / 1000
const keyOf = (agency: string): string => deriveCallKey(secret, agency)
const keys = new Map(['passport', 'health'].map((agency) => [agency, keyOf(agency)]))

const verifyAt = (now: number) => createChangeVerifier({ keyOf: (agency) => keys.get(agency), clock: () => now })
const verify = verifyAt(start)
const signerOf = (agency: string, key = keyOf(agency)) => createChangeSigner({ key, agency, clock: () => start })
const claims = { id: 'a-1', bodyDigest: 'digest' }
const token = signerOf('passport')(claims)

const genuine = {
  iss: 'passport',
  aud: 'satu-atap-gateway',
  iat: seconds,
  exp: seconds + 60,
  jti: 'a-1',
  digest: 'digest',
}

interface Forgery {
  readonly header?: object
  readonly payload?: object
  readonly without?: string
  readonly hash?: string
  readonly signature?: string
}

/** A token made by hand, signed with the passport agency's key unless told otherwise. */
function forge({ header = {}, payload = {}, without = '', hash = 'sha256', signature }: Forgery): string {
  const claimed = Object.entries({ ...genuine, ...payload }).filter(([name]) => name !== without)
  const parts = [{ alg: 'HS256', typ: 'JWT', ...header }, Object.fromEntries(claimed)]
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const key = Buffer.from(keyOf('passport'), 'base64url')
  return `${signed}.${signature ?? createHmac(hash, key).update(signed).digest('base64url')}`
}

describe('the verifier of change tokens', () => {
  test('answers what each agency signed, and which it was', () => {
    expect(verify(token)).toEqual({ agency: 'passport', ...claims })
    expect(verify(signerOf('health')(claims))).toEqual({ agency: 'health', ...claims })
    expect(verify(forge({}))).toEqual({ agency: 'passport', ...claims })
  })

  test('accepts a token for a minute, and from an agency whose clock is up to five seconds ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (age) => {
        expect(verifyAt(start + age * 1000)(token) !== null).toBe(age >= -5 && age < 60)
      }),
    )
  })

  test('refuses an agency that signs as another, or that is none', () => {
    expect(verify(signerOf('health', keyOf('passport'))(claims))).toBeNull()
    expect(verify(signerOf('archive')(claims))).toBeNull()
    expect(verify(forge({ payload: { iss: 'health' } }))).toBeNull()
  })

  test('refuses a call token, as an agency refuses a change token', () => {
    const call = { subject: 's', purpose: 'p', scopes: [], correlationId: 'c', bodyDigest: 'digest' }
    const options = { key: keyOf('passport'), agency: 'passport', clock: () => start }
    expect(verify(createCallSigner(options)(call))).toBeNull()
    expect(createCallVerifier(options)(token)).toBeNull()
    expect(verify(forge({ payload: { aud: 'passport' } }))).toBeNull()
  })

  test.each(['none', 'HS512', 'HS384', 'RS256'])('refuses the algorithm %s', (alg) => {
    for (const hash of ['sha256', 'sha384', 'sha512']) expect(verify(forge({ header: { alg }, hash }))).toBeNull()
    expect(verify(forge({ header: { alg }, signature: '' }))).toBeNull()
  })

  test('refuses a token that would hold for longer than a minute', () => {
    expect(verify(forge({ payload: { exp: seconds + 60 } }))).not.toBeNull()
    expect(verify(forge({ payload: { exp: seconds + 61 } }))).toBeNull()
  })

  test.each(Object.keys(genuine))('refuses a token that does not say its %s, or says it in another kind', (claim) => {
    expect(verify(forge({ without: claim }))).toBeNull()
    for (const value of [null, true, {}, [], claim === 'iat' || claim === 'exp' ? '1' : 1]) {
      expect(verify(forge({ payload: { [claim]: value } }))).toBeNull()
    }
  })

  test('refuses a token of which any character is another one', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom('a', 'Z', '0', '-', '.', '=', ' '), (place, character) => {
        fc.pre(token[place] !== character)
        expect(verify(`${token.slice(0, place)}${character}${token.slice(place + 1)}`)).toBeNull()
      }),
      { numRuns: 300 },
    )
  })

  test('refuses any other text, and never throws', () => {
    for (const payload of ['"text"', 'null', '7', '[]', '{']) {
      const signed = `${token.split('.')[0]}.${Buffer.from(payload).toString('base64url')}`
      expect(verify(`${signed}.${token.split('.')[2]}`)).toBeNull()
    }
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (other) => verify(other) === null))
  })
})
