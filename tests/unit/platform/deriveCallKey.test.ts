import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const secret = 'a secret of at least 32 characters'

describe('a call key', () => {
  test('is 32 bytes as base64url', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (anySecret, agency) => {
        const key = deriveCallKey(anySecret, agency)
        expect(key).toMatch(/^[\w-]{43}$/)
        expect(Buffer.from(key, 'base64url')).toHaveLength(32)
      }),
    )
  })

  test('follows from secret and agency alone', () => {
    // Held fast: another value would shut every running agency off from a new gateway.
    expect(deriveCallKey(secret, 'passport')).toBe(deriveCallKey(secret, 'passport'))
    expect(deriveCallKey(secret, 'passport')).toBe('0qc3RmXpK-kH5lVdSBD59X_VKII8yDlPSVXtmDrRPSA')
  })

  test('is another one for another agency and for another secret', () => {
    const agencies = ['identity', 'passport', 'police-clearance', 'health', 'insurance', 'placement']
    expect(new Set(agencies.map((agency) => deriveCallKey(secret, agency))).size).toBe(agencies.length)
    expect(deriveCallKey(`${secret}!`, 'passport')).not.toBe(deriveCallKey(secret, 'passport'))
  })
})
