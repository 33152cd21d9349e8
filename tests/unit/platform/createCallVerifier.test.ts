import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CallClaims } from '../../../platform/CallClaims.ts'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../platform/createCallVerifier.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const secret = 'a secret of at least 32 characters'
const key = deriveCallKey(secret, 'passport')
const start = Date.parse('2026-11-24T02:00:00Z')
const seconds = start / 1000

const claims: CallClaims = {
  subject: 'ltsa-53',
  purpose: 'service-delivery',
  scopes: ['passport:read'],
  correlationId: 'c-1',
  bodyDigest: 'digest',
}

const verifyAt = (now: number) => createCallVerifier({ key, agency: 'passport', clock: () => now })
const verify = verifyAt(start)
const token = createCallSigner({ key, agency: 'passport', clock: () => start })(claims)

interface Forgery {
  readonly header?: object
  readonly payload?: object
  readonly without?: string
  readonly hash?: string
  readonly signature?: string
}

const genuine = {
  iss: 'satu-atap-gateway',
  aud: 'passport',
  iat: seconds,
  exp: seconds + 60,
  sub: 's',
  purpose: 'p',
  scope: '',
  cid: 'c',
  digest: 'd',
}

/** A token made by hand, signed with the right key unless told otherwise. */
function forge({ header = {}, payload = {}, without = '', hash = 'sha256', signature }: Forgery): string {
  const claimed = Object.entries({ ...genuine, ...payload }).filter(([name]) => name !== without)
  const parts = [{ alg: 'HS256', typ: 'JWT', ...header }, Object.fromEntries(claimed)]
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${signature ?? createHmac(hash, Buffer.from(key, 'base64url')).update(signed).digest('base64url')}`
}

const text = fc.string({ unit: 'grapheme', minLength: 1 })
const scope = fc.stringMatching(/^[a-z:-]{1,12}$/)
const anyClaims = fc.record({
  subject: text,
  purpose: text,
  scopes: fc.array(scope),
  correlationId: text,
  bodyDigest: text,
})

describe('the verifier of call tokens', () => {
  test('answers the claims that the gateway signed', () => {
    expect(verify(token)).toEqual(claims)
    expect(verify(forge({}))).toMatchObject({ subject: 's', scopes: [] })
    fc.assert(
      fc.property(anyClaims, (signed) => {
        const sign = createCallSigner({ key, agency: 'passport', clock: () => start })
        expect(verify(sign(signed))).toEqual(signed)
      }),
    )
  })

  test('accepts a token for a minute, and from a gateway whose clock is up to five seconds ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (age) => {
        const accepted = verifyAt(start + age * 1000)(token) !== null
        expect(accepted).toBe(age >= -5 && age < 60)
      }),
    )
  })

  test('refuses a token signed with another key', () => {
    const sign = createCallSigner({ key: deriveCallKey(secret, 'health'), agency: 'passport', clock: () => start })
    expect(verify(sign(claims))).toBeNull()
  })

  test.each(['health', 'passports', '', 'PASSPORT'])('refuses a token for the agency %p', (agency) => {
    expect(verify(createCallSigner({ key, agency, clock: () => start })(claims))).toBeNull()
  })

  test('refuses a token of another issuer', () => {
    expect(verify(forge({ payload: { iss: 'somebody' } }))).toBeNull()
  })

  test.each(['none', 'None', 'HS512', 'HS384', 'RS256', 'EdDSA'])('refuses the algorithm %s', (alg) => {
    for (const hash of ['sha256', 'sha384', 'sha512']) expect(verify(forge({ header: { alg }, hash }))).toBeNull()
    expect(verify(forge({ header: { alg }, signature: '' }))).toBeNull()
  })

  test('refuses a token without a signature', () => {
    expect(verify(forge({ signature: '' }))).toBeNull()
    expect(verify(token.split('.').slice(0, 2).join('.'))).toBeNull()
  })

  test('refuses a token that would hold for longer than a minute', () => {
    expect(verify(forge({ payload: { exp: seconds + 60 } }))).not.toBeNull()
    expect(verify(forge({ payload: { exp: seconds + 61 } }))).toBeNull()
    expect(verify(forge({ payload: { exp: seconds + 3600 } }))).toBeNull()
  })

  test.each(Object.keys(genuine))('refuses a token that does not say its %s', (claim) => {
    expect(verify(forge({ without: claim }))).toBeNull()
  })

  test.each(Object.keys(genuine))('refuses a token whose %s is of the wrong kind', (claim) => {
    for (const value of [null, true, {}, [], claim === 'iat' || claim === 'exp' ? '1' : 1]) {
      expect(verify(forge({ payload: { [claim]: value } }))).toBeNull()
    }
  })

  test('refuses a payload that is no object', () => {
    for (const payload of ['"text"', 'null', '7', '[]', '{']) {
      const signed = `${token.split('.')[0]}.${Buffer.from(payload).toString('base64url')}`
      const signature = createHmac('sha256', Buffer.from(key, 'base64url')).update(signed).digest('base64url')
      expect(verify(`${signed}.${signature}`)).toBeNull()
    }
  })

  test('refuses a token of which any character is another one', () => {
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom('a', 'Z', '0', '9', '-', '_', '.', '=', '+', ' '),
        (place, character) => {
          fc.pre(token[place] !== character)
          expect(verify(`${token.slice(0, place)}${character}${token.slice(place + 1)}`)).toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })

  test('refuses any other text, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (other) => verify(other) === null))
  })
})
