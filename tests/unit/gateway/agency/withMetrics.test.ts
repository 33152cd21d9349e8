import { describe, expect, jest, test } from '@jest/globals'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyMetrics } from '../../../../gateway/agency/AgencyMetrics.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { withMetrics } from '../../../../gateway/agency/withMetrics.ts'
import { makeCall } from '../../../support/makeCall.ts'

function observe(dispatch: Dispatch): { readonly send: Dispatch; readonly seen: jest.Mock<AgencyMetrics['observe']> } {
  const seen = jest.fn<AgencyMetrics['observe']>()
  let now = 1_000
  const clock = (): number => (now += 250)
  return { send: withMetrics(dispatch, { metrics: { observe: seen }, clock }), seen }
}

describe('withMetrics', () => {
  test('counts an answer with its seconds', async () => {
    const { send, seen } = observe(() => Promise.resolve({ data: {}, errors: [] }))
    await send(makeCall())
    expect(seen.mock.calls).toEqual([['passport', 'ok', 0.25]])
  })

  test('counts a failure by its kind', async () => {
    const { send, seen } = observe(() => Promise.reject(new AgencyFailure('passport', 'TIMEOUT')))
    await expect(send(makeCall())).rejects.toThrow('passport: TIMEOUT')
    expect(seen.mock.calls).toEqual([['passport', 'TIMEOUT', 0.25]])
  })

  test.each(['BREAKER_OPEN', 'NO_TIME', 'OVERLOADED'] as const)(
    'takes no time of a call that is never sent: %s',
    async (kind) => {
      const { send, seen } = observe(() => Promise.reject(new AgencyFailure('passport', kind)))
      await expect(send(makeCall())).rejects.toThrow(kind)
      expect(seen.mock.calls).toEqual([['passport', kind, undefined]])
    },
  )

  test('does not count a defect of the gateway against an agency', async () => {
    const { send, seen } = observe(() => Promise.reject(new TypeError('a defect')))
    await expect(send(makeCall())).rejects.toThrow(TypeError)
    expect(seen).not.toHaveBeenCalled()
  })
})
