import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CallClaims } from '../../../platform/CallClaims.ts'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const now = Date.parse('2026-11-24T02:00:00.750Z')
const sign = createCallSigner({ key, agency: 'passport', clock: () => now })

const claims: CallClaims = {
  subject: 'ltsa-53',
  purpose: 'service-delivery',
  scopes: ['passport:read', 'health:read'],
  correlationId: 'c-1',
  bodyDigest: 'digest',
}

const read = (part: string | undefined): unknown => JSON.parse(Buffer.from(part ?? '', 'base64url').toString())

describe('a call token', () => {
  test('says who asks the agency, for what, with which body, and holds for a minute', () => {
    expect(read(sign(claims).split('.')[1])).toEqual({
      iss: 'satu-atap-gateway',
      aud: 'passport',
      iat: Date.parse('2026-11-24T02:00:00Z') / 1000,
      exp: Date.parse('2026-11-24T02:01:00Z') / 1000,
      sub: 'ltsa-53',
      purpose: 'service-delivery',
      scope: 'passport:read health:read',
      cid: 'c-1',
      digest: 'digest',
    })
  })

  test('is a JWT, signed with HMAC-SHA-256 under the key of the agency', () => {
    const [header, payload, signature] = sign(claims).split('.')
    expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' })
    const expected = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${header}.${payload}`)
    expect(signature).toBe(expected.digest('base64url'))
  })

  test('holds from the second in which it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 4_102_444_800_000 }), (milliseconds) => {
        const token = createCallSigner({ key, agency: 'passport', clock: () => milliseconds })(claims)
        const iat = Math.floor(milliseconds / 1000)
        expect(read(token.split('.')[1])).toMatchObject({ iat, exp: iat + 60 })
      }),
    )
  })
})
