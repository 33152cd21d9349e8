import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TokenOptions } from '../../../platform/TokenOptions.ts'
import { createTokenSigner } from '../../../platform/createTokenSigner.ts'
import { createTokenVerifier } from '../../../platform/createTokenVerifier.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const start = Date.parse('2026-11-24T02:00:00Z')
const seconds = start / 1000
const options: TokenOptions = { key, issuer: 'one', audience: 'other', clock: () => start }

const verifyAt = (now: number) => createTokenVerifier(['sub', 'digest'], { ...options, clock: () => now })
const verify = verifyAt(start)
const claims = { sub: 's', digest: 'd' }
const signAs = (difference: Partial<TokenOptions>) => createTokenSigner({ ...options, ...difference })(claims)
const token = signAs({})

const genuine = { iss: 'one', aud: 'other', iat: seconds, exp: seconds + 60, ...claims }

interface Forgery {
  readonly header?: object
  readonly payload?: object
  readonly without?: string
  readonly hash?: string
  readonly signature?: string
}

/** A token made by hand, signed with the right key unless told otherwise. */
function forge({ header = {}, payload = {}, without = '', hash = 'sha256', signature }: Forgery): string {
  const claimed = Object.entries({ ...genuine, ...payload }).filter(([name]) => name !== without)
  const parts = [{ alg: 'HS256', typ: 'JWT', ...header }, Object.fromEntries(claimed)]
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${signature ?? sealOf(signed, hash)}`
}

function sealOf(signed: string, hash = 'sha256'): string {
  return createHmac(hash, Buffer.from(key, 'base64url')).update(signed).digest('base64url')
}

describe('the verifier of tokens', () => {
  test('answers the claims that were signed', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    expect(verify(token)).toMatchObject(claims)
    expect(verify(forge({}))).toMatchObject(claims)
    fc.assert(
      fc.property(fc.record({ sub: text, digest: text }), (signed) => {
        expect(verify(createTokenSigner(options)(signed))).toMatchObject(signed)
      }),
    )
  })

  test('accepts a token for a minute, and from somebody whose clock is up to five seconds ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 300 }), (age) => {
        expect(verifyAt(start + age * 1000)(token) !== null).toBe(age >= -5 && age < 60)
      }),
    )
  })

  test('refuses a token signed with another key, by another issuer or for another audience', () => {
    expect(verify(signAs({ key: deriveCallKey('a secret of at least 32 characters', 'health') }))).toBeNull()
    for (const name of ['another', '', 'ONE', 'others']) {
      expect(verify(signAs({ issuer: name }))).toBeNull()
      expect(verify(signAs({ audience: name }))).toBeNull()
    }
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
    for (const life of [61, 3600]) expect(verify(forge({ payload: { exp: seconds + life } }))).toBeNull()
  })

  test.each(Object.keys(genuine))('refuses a token that does not say its %s, or says it in another kind', (claim) => {
    expect(verify(forge({ without: claim }))).toBeNull()
    for (const value of [null, true, {}, [], claim === 'iat' || claim === 'exp' ? '1' : 1])
      expect(verify(forge({ payload: { [claim]: value } }))).toBeNull()
  })

  test('refuses a payload that is no object', () => {
    for (const payload of ['"text"', 'null', '7', '[]', '{']) {
      const signed = `${token.split('.')[0]}.${Buffer.from(payload).toString('base64url')}`
      expect(verify(`${signed}.${sealOf(signed)}`)).toBeNull()
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
      { numRuns: 300 },
    )
  })

  test('refuses any other text, and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (other) => verify(other) === null))
  })
})
