import { describe, expect, test } from '@jest/globals'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import type { CallSigner } from '../../../platform/createCallSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const asker = { subject: 'ltsa-53', purpose: 'service-delivery', scopes: ['passport:read', 'health:read'] }
const start = Date.parse('2026-11-24T02:00:00.750Z')

let now = start
const open = (): CallSigner => createCallSigner({ key, agency: 'passport', clock: () => now })

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

describe('the signer of calls', () => {
  test('says who asks the agency and for what, in a token that holds for a minute', () => {
    now = start
    expect(claimsOf(open()(asker, 'body').token)).toEqual({
      iss: 'satu-atap-gateway',
      aud: 'passport',
      iat: Date.parse('2026-11-24T02:00:00Z') / 1000,
      exp: Date.parse('2026-11-24T02:01:00Z') / 1000,
      sub: 'ltsa-53',
      purpose: 'service-delivery',
      scope: 'passport:read health:read',
    })
  })

  test('signs each body, and another token of the same asker otherwise', () => {
    now = start
    const sign = open()
    const first = sign(asker, 'one').signature
    expect(first).toMatch(/^[\w-]{43}$/)
    expect(sign(asker, 'one').signature).toBe(first)
    expect(sign(asker, 'other').signature).not.toBe(first)
    now += 60_000
    expect(sign(asker, 'one').signature).not.toBe(first)
  })

  test('sends a token for half of the time that it holds', () => {
    now = start
    const sign = open()
    const { token } = sign(asker, 'body')
    now = start + 29_999
    expect(sign(asker, 'body').token).toBe(token)
    now = start + 30_000
    expect(claimsOf(sign(asker, 'body').token)).toMatchObject({ iat: Math.floor(now / 1000) })
  })

  test('makes another token when the clock is set back', () => {
    now = start
    const sign = open()
    sign(asker, 'body')
    now = start - 3_600_000
    expect(claimsOf(sign(asker, 'body').token)).toMatchObject({ iat: Math.floor(now / 1000) })
  })

  test('gives nobody the token of another', () => {
    now = start
    const sign = open()
    for (const subject of ['a', 'b', 'a'])
      expect(claimsOf(sign({ ...asker, subject }, 'body').token)).toMatchObject({ sub: subject })
  })
})
