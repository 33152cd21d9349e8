import { describe, expect, jest, test } from '@jest/globals'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { createRetryBudget } from '../../../../gateway/agency/createRetryBudget.ts'
import { withRetry } from '../../../../gateway/agency/withRetry.ts'
import type { RetryOptions } from '../../../../gateway/agency/withRetry.ts'
import { makeCall } from '../../../support/makeCall.ts'

const answer: AgencyAnswer = { data: {}, errors: [] }

function failing(kind: AgencyFailureKind, status?: number): jest.Mock<Dispatch> {
  return jest.fn<Dispatch>().mockRejectedValue(new AgencyFailure('passport', kind, { status }))
}

function options(
  changes: Partial<RetryOptions> = {},
): RetryOptions & { readonly wait: jest.Mock<RetryOptions['wait']> } {
  return {
    budget: createRetryBudget({ share: 0, floor: 10, ceiling: 10 }),
    pause: 20,
    leastTime: 50,
    random: () => 0.5,
    onRetry: () => undefined,
    ...changes,
    wait: jest.fn<RetryOptions['wait']>().mockResolvedValue(undefined),
  }
}

describe('withRetry', () => {
  test.each([
    ['CONNECTION', undefined],
    ['STATUS', 500],
    ['STATUS', 502],
    ['STATUS', 503],
    ['STATUS', 504],
  ] as const)('asks once more after %s %s', async (kind, status) => {
    const dispatch = failing(kind, status)
    dispatch.mockRejectedValueOnce(new AgencyFailure('passport', kind, { status })).mockResolvedValueOnce(answer)
    const onRetry = jest.fn()
    await expect(withRetry(dispatch, options({ onRetry }))(makeCall())).resolves.toBe(answer)
    expect(dispatch).toHaveBeenCalledTimes(2)
    expect(onRetry).toHaveBeenCalledTimes(1)
  })

  test.each(['BREAKER_OPEN', 'OVERLOADED'] as const)(
    'tells why it failed, and not that the second attempt was never sent: %s',
    async (kind) => {
      const dispatch = failing('CONNECTION')
      dispatch
        .mockRejectedValueOnce(new AgencyFailure('passport', 'STATUS', { status: 503 }))
        .mockRejectedValueOnce(new AgencyFailure('passport', kind))
      const onRetry = jest.fn()
      await expect(withRetry(dispatch, options({ onRetry }))(makeCall())).rejects.toMatchObject({ kind: 'STATUS' })
      expect(onRetry).not.toHaveBeenCalled()
    },
  )

  test('saves up no retries by calls that were held back', async () => {
    const budget = createRetryBudget({ share: 0.1, floor: 0, ceiling: 10 })
    const refused = withRetry(failing('BREAKER_OPEN'), options({ budget }))
    for (let count = 0; count < 100; count += 1) await refused(makeCall()).catch(() => undefined)
    expect(budget.withdraw()).toBe(false)
    const failed = withRetry(failing('MALFORMED'), options({ budget }))
    for (let count = 0; count < 11; count += 1) await failed(makeCall()).catch(() => undefined)
    expect(budget.withdraw()).toBe(true)
  })

  test('asks no third time', async () => {
    const dispatch = failing('CONNECTION')
    await expect(withRetry(dispatch, options())(makeCall())).rejects.toMatchObject({ kind: 'CONNECTION' })
    expect(dispatch).toHaveBeenCalledTimes(2)
  })

  test.each([
    ['TIMEOUT', undefined],
    ['CANCELLED', undefined],
    ['MALFORMED', undefined],
    ['WRONG_SHAPE', undefined],
    ['CONTENT_TYPE', 200],
    ['TOO_LARGE', 200],
    ['BREAKER_OPEN', undefined],
    ['OVERLOADED', undefined],
    ['STATUS', 401],
    ['STATUS', 501],
    ['STATUS', undefined],
  ] as const)('does not ask again after %s %s', async (kind, status) => {
    const dispatch = failing(kind, status)
    await expect(withRetry(dispatch, options())(makeCall())).rejects.toMatchObject({ kind })
    expect(dispatch).toHaveBeenCalledTimes(1)
  })

  test('never repeats a mutation, nor what is no failure of an agency', async () => {
    const dispatch = failing('CONNECTION')
    await expect(withRetry(dispatch, options())(makeCall({ kind: 'mutation' }))).rejects.toThrow('passport: CONNECTION')
    expect(dispatch).toHaveBeenCalledTimes(1)
    const broken = jest.fn<Dispatch>().mockRejectedValue(new TypeError('a defect'))
    await expect(withRetry(broken, options())(makeCall())).rejects.toThrow(TypeError)
    expect(broken).toHaveBeenCalledTimes(1)
  })

  test.each([
    [0, 10],
    [0.5, 20],
    [1, 30],
  ])('pauses by chance, around its pause: %s makes %s ms', async (random, milliseconds) => {
    const given = options({ random: () => random })
    const call = makeCall()
    await expect(withRetry(failing('CONNECTION'), given)(call)).rejects.toThrow('passport: CONNECTION')
    expect(given.wait).toHaveBeenCalledWith(milliseconds, call.deadline.signal)
  })

  test('does not ask again when there is no time for it', async () => {
    const dispatch = failing('CONNECTION')
    const { signal } = new AbortController()
    const call = (remaining: number): Promise<unknown> =>
      withRetry(dispatch, options())(makeCall({ deadline: { remaining: () => remaining, signal } }))
    await expect(call(69)).rejects.toThrow('passport: CONNECTION')
    expect(dispatch).toHaveBeenCalledTimes(1)
    await expect(call(70)).rejects.toThrow('passport: CONNECTION')
    expect(dispatch).toHaveBeenCalledTimes(3)
  })

  test('gives up the pause when the client leaves', async () => {
    const left = new AbortController()
    const given = options()
    given.wait.mockImplementation(() => {
      left.abort()
      return Promise.reject(new Error('aborted'))
    })
    const dispatch = failing('CONNECTION')
    const call = makeCall({ deadline: { remaining: () => 1_000, signal: left.signal } })
    await expect(withRetry(dispatch, given)(call)).rejects.toMatchObject({ kind: 'CANCELLED' })
    expect(dispatch).toHaveBeenCalledTimes(1)
  })

  test('repeats one call in ten when an agency keeps failing, and the floor', async () => {
    const dispatch = failing('CONNECTION')
    const send = withRetry(dispatch, options({ budget: createRetryBudget({ share: 0.1, floor: 2, ceiling: 10 }) }))
    for (let count = 0; count < 1_000; count += 1)
      await expect(send(makeCall())).rejects.toThrow('passport: CONNECTION')
    const retries = dispatch.mock.calls.length - 1_000
    expect(retries).toBeGreaterThan(95)
    expect(retries).toBeLessThanOrEqual(102)
  })
})
