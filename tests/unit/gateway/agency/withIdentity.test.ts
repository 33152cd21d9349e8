import { describe, expect, jest, test } from '@jest/globals'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { withIdentity } from '../../../../gateway/agency/withIdentity.ts'
import type { CallSignature } from '../../../../platform/CallSignature.ts'
import { createCallSigner } from '../../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../../platform/createCallVerifier.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import { makeCall } from '../../../support/makeCall.ts'

const clock = (): number => 1_750_000_000_000
const secret = 'a secret of at least thirty-two characters'
const keyOf = (agency: string): string => deriveCallKey(secret, agency)

const verifierOf = (key: string, agency: string) => createCallVerifier({ key: keyOf(key), agency, clock })

interface Sent extends CallSignature {
  readonly body: string
}

async function signed(): Promise<Sent> {
  const dispatch = jest.fn<Dispatch>().mockResolvedValue({ data: {}, errors: [] })
  const sign = createCallSigner({ key: keyOf('passport'), agency: 'passport', clock })
  await withIdentity(dispatch, { sign })(makeCall({ variables: { name: 'Né' }, headers: { other: 'kept' } }))
  const { body = '', headers = {} } = dispatch.mock.calls[0]?.[0] ?? {}
  expect(headers['other']).toBe('kept')
  const token = (headers['authorization'] ?? '').replace(/^Bearer /, '')
  return { body, token, signature: headers['x-call-signature'] ?? '' }
}

describe('withIdentity', () => {
  test('says who asks, and signs the very body that is sent', async () => {
    const call = await signed()
    const { readToken, isSigned } = verifierOf('passport', 'passport')
    expect(JSON.parse(call.body)).toEqual({ query: '{ ltsaOffices { code } }', variables: { name: 'Né' } })
    expect(readToken(call.token)).toEqual({ subject: 'officer', purpose: 'service-delivery', scopes: ['papers'] })
    expect(isSigned(call, Buffer.from(call.body))).toBe(true)
    expect(isSigned(call, Buffer.from(`${call.body} `))).toBe(false)
  })

  test('is good for no other agency', async () => {
    const { token, signature, body } = await signed()
    expect(verifierOf('health', 'health').readToken(token)).toBeNull()
    expect(verifierOf('passport', 'health').readToken(token)).toBeNull()
    expect(verifierOf('health', 'health').isSigned({ token, signature }, Buffer.from(body))).toBe(false)
  })
})
