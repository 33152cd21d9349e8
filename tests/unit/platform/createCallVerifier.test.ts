import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createCallSigner } from '../../../platform/createCallSigner.ts'
import type { CallSigner } from '../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../platform/createCallVerifier.ts'
import { deriveCallKey } from '../../../platform/deriveCallKey.ts'

const key = deriveCallKey('a secret of at least 32 characters', 'passport')
const start = Date.parse('2026-11-24T02:00:00Z')
let now = start
const clock = (): number => now
const { readToken, isSigned } = createCallVerifier({ key, agency: 'passport', clock })
const signFor = (agency: string, signingKey = key): CallSigner => createCallSigner({ key: signingKey, agency, clock })

const text = fc.string({ unit: 'grapheme', minLength: 1 })
const anyAsker = fc.record({
  subject: text,
  purpose: text,
  scopes: fc.array(fc.stringMatching(/^[a-z:-]{1,12}$/)),
})
const asker = { subject: 's', purpose: 'p', scopes: [] }
const body = '{"query":"{ a }"}'
const call = signFor('passport')(asker, body)

describe('the verifier of calls', () => {
  test('answers the claims that the gateway signed, and knows every body', () => {
    fc.assert(
      fc.property(anyAsker, fc.string({ unit: 'grapheme' }), (signed, sent) => {
        const known = signFor('passport')(signed, sent)
        expect(readToken(known.token)).toEqual(signed)
        expect(isSigned(known, Buffer.from(sent))).toBe(true)
      }),
    )
  })

  test.each(['health', 'passports', '', 'PASSPORT'])('refuses a token for the agency %p', (agency) => {
    expect(readToken(signFor(agency)(asker, body).token)).toBeNull()
  })

  test('refuses a token that held before and holds no more', () => {
    expect(readToken(call.token)).toEqual(asker)
    now = start + 59_999
    expect(readToken(call.token)).toEqual(asker)
    now = start + 60_000
    expect(readToken(call.token)).toBeNull()
    now = start
  })

  test('refuses a signature for another body, another token, or of another key', () => {
    const other = signFor('passport')({ ...asker, subject: 'other' }, body)
    const foreign = signFor('passport', deriveCallKey('a secret of at least 32 characters', 'health'))(asker, body)
    expect(isSigned(call, Buffer.from(body))).toBe(true)
    expect(isSigned(call, Buffer.from(`${body} `))).toBe(false)
    expect(isSigned({ ...call, token: other.token }, Buffer.from(body))).toBe(false)
    expect(isSigned({ ...call, signature: other.signature }, Buffer.from(body))).toBe(false)
    expect(isSigned({ ...call, signature: foreign.signature }, Buffer.from(body))).toBe(false)
  })

  test('refuses a body from which anything was moved into the token', () => {
    const [first, ...rest] = body
    expect(isSigned({ ...call, token: `${call.token}\n${first}` }, Buffer.from(rest.join('')))).toBe(false)
  })

  test("does not take a token's own signature for that of a body", () => {
    const [header = '', payload = '', own = ''] = call.token.split('.')
    expect(createHmac('sha256', Buffer.from(key, 'base64url')).update(`${header}.${payload}`).digest('base64url')).toBe(
      own,
    )
    for (const [token, rest] of [
      [header, payload],
      [`${header}.${payload}`, ''],
      ['', `${header}.${payload}`],
    ] as const)
      expect(isSigned({ token, signature: own }, Buffer.from(rest))).toBe(false)
  })

  test('refuses every other signature, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', minLength: 43, maxLength: 43 })), (signature) => {
        expect(isSigned({ ...call, signature }, Buffer.from(body))).toBe(false)
      }),
    )
    for (let place = 0; place < call.signature.length; place += 1) {
      const changed = `${call.signature.slice(0, place)}!${call.signature.slice(place + 1)}`
      expect(isSigned({ ...call, signature: changed }, Buffer.from(body))).toBe(false)
    }
  })
})
