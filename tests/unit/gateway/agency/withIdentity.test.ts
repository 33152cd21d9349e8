import { describe, expect, jest, test } from '@jest/globals'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { withIdentity } from '../../../../gateway/agency/withIdentity.ts'
import { createCallSigner } from '../../../../platform/createCallSigner.ts'
import { createCallVerifier } from '../../../../platform/createCallVerifier.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import { digestBody } from '../../../../platform/digestBody.ts'
import { makeCall } from '../../../support/makeCall.ts'

const clock = (): number => 1_750_000_000_000
const secret = 'a secret of at least thirty-two characters'
const keyOf = (agency: string): string => deriveCallKey(secret, agency)

async function signed(): Promise<{ readonly body: string; readonly token: string }> {
  const dispatch = jest.fn<Dispatch>().mockResolvedValue({ data: {}, errors: [] })
  const sign = createCallSigner({ key: keyOf('passport'), agency: 'passport', clock })
  await withIdentity(dispatch, { sign })(makeCall({ variables: { name: 'Né' }, headers: { other: 'kept' } }))
  const { body = '', headers = {} } = dispatch.mock.calls[0]?.[0] ?? {}
  expect(headers['other']).toBe('kept')
  return { body, token: (headers['authorization'] ?? '').replace(/^Bearer /, '') }
}

describe('withIdentity', () => {
  test('says who asks, and is good for the very body that is sent', async () => {
    const { body, token } = await signed()
    const verify = createCallVerifier({ key: keyOf('passport'), agency: 'passport', clock })
    expect(JSON.parse(body)).toEqual({ query: '{ ltsaOffices { code } }', variables: { name: 'Né' } })
    expect(verify(token)).toEqual({
      subject: 'officer',
      purpose: 'service-delivery',
      scopes: ['papers'],
      correlationId: 'test-correlation',
      bodyDigest: digestBody(body),
    })
  })

  test('is good for no other agency', async () => {
    const { token } = await signed()
    expect(createCallVerifier({ key: keyOf('health'), agency: 'health', clock })(token)).toBeNull()
    expect(createCallVerifier({ key: keyOf('passport'), agency: 'health', clock })(token)).toBeNull()
  })
})
