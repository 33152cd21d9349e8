import { describe, expect, test } from '@jest/globals'
import { createChangeSigner } from '../../../platform/createChangeSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const start = Date.parse('2026-11-24T02:00:00.700Z')

describe('a change token', () => {
  test('goes from the agency to the gateway, over the id and digest of the body, and holds for a minute', () => {
    const sign = createChangeSigner({ key, agency: 'passport', clock: () => start })
    const payload = sign({ id: 'a-1', bodyDigest: 'digest' }).split('.')[1] ?? ''
    const seconds = Math.floor(start / 1000)
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      iss: 'passport',
      aud: 'satu-atap-gateway',
      iat: seconds,
      exp: seconds + 60,
      jti: 'a-1',
      digest: 'digest',
    })
  })
})
