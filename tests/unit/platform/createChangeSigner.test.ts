import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createChangeSigner } from '../../../platform/createChangeSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const start = Date.parse('2026-11-24T02:00:00.700Z')

function parse(part: string | undefined): unknown {
  return JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
}

describe('the signer of change tokens', () => {
  test('writes a JWT of a minute from the agency to the gateway, over the id and digest of the body', () => {
    const sign = createChangeSigner({ key, agency: 'passport', clock: () => start })
    const [header, payload, signature] = sign({ id: 'a-1', bodyDigest: 'digest' }).split('.')
    const seconds = Math.floor(start / 1000)
    expect(parse(header)).toMatchObject({ alg: 'HS256' })
    expect(parse(payload)).toEqual({
      iss: 'passport',
      aud: 'satu-atap-gateway',
      iat: seconds,
      exp: seconds + 60,
      jti: 'a-1',
      digest: 'digest',
    })
    const expected = createHmac('sha256', Buffer.from(key, 'base64url')).update(`${header}.${payload}`)
    expect(signature).toBe(expected.digest('base64url'))
  })
})
