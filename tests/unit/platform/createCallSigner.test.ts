import { describe, expect, test } from '@jest/globals'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const sign = createCallSigner({ key, agency: 'passport', clock: () => Date.parse('2026-11-24T02:00:00.750Z') })

describe('a call token', () => {
  test('says who asks the agency, for what, with which body, and holds for a minute', () => {
    const token = sign({
      subject: 'ltsa-53',
      purpose: 'service-delivery',
      scopes: ['passport:read', 'health:read'],
      correlationId: 'c-1',
      bodyDigest: 'digest',
    })
    expect(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).toEqual({
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
})
