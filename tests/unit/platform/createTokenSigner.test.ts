import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createTokenSigner } from '../../../platform/createTokenSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const signAt = (now: number) => createTokenSigner({ key, issuer: 'one', audience: 'other', clock: () => now })

function read(part: string | undefined): unknown {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
}

describe('a signed token', () => {
  test('is a JWT, signed with HMAC-SHA-256', () => {
    const [header, payload, signature] = signAt(0)({ sub: 's' }).split('.')
    expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' })
    const expected = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${header}.${payload}`)
    expect(signature).toBe(expected.digest('base64url'))
  })

  test('has no other issuer, audience or life, whatever is claimed', () => {
    const claimed = signAt(0)({ sub: 's', iss: 'other', aud: 'one', exp: '9' })
    expect(read(claimed.split('.')[1])).toEqual({ iss: 'one', aud: 'other', iat: 0, exp: 60, sub: 's' })
  })

  test('holds for a minute from the second in which it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 4_102_444_800_000 }), (now) => {
        const iat = Math.floor(now / 1000)
        expect(read(signAt(now)({ sub: 's' }).split('.')[1])).toEqual({
          iss: 'one',
          aud: 'other',
          iat,
          exp: iat + 60,
          sub: 's',
        })
      }),
    )
  })
})
