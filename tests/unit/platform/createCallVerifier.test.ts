import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../platform/createCallVerifier.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const clock = (): number => Date.parse('2026-11-24T02:00:00Z')
const verify = createCallVerifier({ key, agency: 'passport', clock })
const signFor = (agency: string) => createCallSigner({ key, agency, clock })

const text = fc.string({ unit: 'grapheme', minLength: 1 })
const anyClaims = fc.record({
  subject: text,
  purpose: text,
  scopes: fc.array(fc.stringMatching(/^[a-z:-]{1,12}$/)),
  correlationId: text,
  bodyDigest: text,
})

describe('the verifier of call tokens', () => {
  test('answers the claims that the gateway signed', () => {
    fc.assert(
      fc.property(anyClaims, (signed) => {
        expect(verify(signFor('passport')(signed))).toEqual(signed)
      }),
    )
  })

  test.each(['health', 'passports', '', 'PASSPORT'])('refuses a token for the agency %p', (agency) => {
    const claims = { subject: 's', purpose: 'p', scopes: [], correlationId: 'c', bodyDigest: 'd' }
    expect(verify(signFor(agency)(claims))).toBeNull()
  })
})
