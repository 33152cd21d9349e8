import { describe, expect, jest, test } from '@jest/globals'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import { AgencyFailure } from '../../../../gateway/agency/AgencyFailure.ts'
import type { AgencyFailureKind } from '../../../../gateway/agency/AgencyFailure.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { createAgencyBreaker } from '../../../../gateway/agency/createAgencyBreaker.ts'
import { withBreaker } from '../../../../gateway/agency/withBreaker.ts'
import type { BreakerState } from '../../../../platform/BreakerState.ts'
import { makeCall } from '../../../support/makeCall.ts'

const answer: AgencyAnswer = { data: {}, errors: [] }
const failure = (kind: AgencyFailureKind, status?: number): AgencyFailure =>
  new AgencyFailure('passport', kind, { status })

interface Breaker {
  /** A call that has so many milliseconds. */
  readonly send: (remaining?: number, isJoint?: boolean) => Promise<AgencyAnswer>
  readonly dispatch: jest.Mock<Dispatch>
  readonly states: readonly BreakerState[]
  /** Says how many milliseconds have passed since the beginning. */
  readonly setTime: (milliseconds: number) => void
}

function openBreaker(usual = 2_000): Breaker {
  let time = 0
  const dispatch = jest.fn<Dispatch>()
  const states: BreakerState[] = []
  const onState = (state: BreakerState): void => void states.push(state)
  const breaker = createAgencyBreaker({ pause: 5_000, now: () => time, onState })
  const guarded = withBreaker(dispatch, { breaker, fairTime: 500 })
  const { signal } = new AbortController()
  return {
    send: (remaining = usual, isJoint = false) =>
      guarded(makeCall({ deadline: { signal, remaining: () => remaining }, isJoint })),
    dispatch,
    states,
    setTime(milliseconds) {
      time = milliseconds
    },
  }
}

async function fail({ send, dispatch }: Breaker, error: Error, times = 5): Promise<void> {
  dispatch.mockRejectedValue(error)
  for (let count = 0; count < times; count += 1) await expect(send()).rejects.toBe(error)
  dispatch.mockReset()
}

describe('a closed breaker', () => {
  test.each([
    ['CONNECTION', undefined],
    ['TIMEOUT', undefined],
    ['MALFORMED', undefined],
    ['WRONG_SHAPE', undefined],
    ['CONTENT_TYPE', 200],
    ['STATUS', 500],
    ['STATUS', 302],
    ['STATUS', undefined],
  ] as const)('opens after five failures by %s %s', async (kind, status) => {
    const breaker = openBreaker()
    await fail(breaker, failure(kind, status))
    await expect(breaker.send()).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    expect(breaker.dispatch).not.toHaveBeenCalled()
    expect(breaker.states).toEqual(['open'])
  })

  test.each([
    ['CANCELLED', undefined],
    ['TOO_LARGE', 200],
    ['OVERLOADED', undefined],
    ['STATUS', 400],
    ['STATUS', 401],
  ] as const)('stays closed whatever is %s %s', async (kind, status) => {
    const breaker = openBreaker()
    await fail(breaker, failure(kind, status), 30)
    expect(breaker.states).toEqual([])
  })

  test('stays closed when the agency got too little time to answer', async () => {
    const breaker = openBreaker(499)
    await fail(breaker, failure('TIMEOUT'), 30)
    expect(breaker.states).toEqual([])
  })

  test.each([
    ['WRONG_SHAPE', 'closed'],
    ['STATUS', 'closed'],
    ['TIMEOUT', 'open'],
    ['CONNECTION', 'open'],
  ] as const)('counts a joint call that fails with %s once each of it is asked alone', async (kind, state) => {
    const { send, dispatch, states } = openBreaker()
    dispatch.mockRejectedValue(failure(kind, kind === 'STATUS' ? 500 : undefined))
    for (let count = 0; count < 5; count += 1) await expect(send(2_000, true)).rejects.toThrow(kind)
    expect(states.at(-1) ?? 'closed').toBe(state)
  })

  test('stays closed when something fails inside the gateway', async () => {
    const breaker = openBreaker()
    await fail(breaker, new TypeError('a defect'), 30)
    expect(breaker.states).toEqual([])
  })

  test('looks back on twenty calls', async () => {
    const breaker = openBreaker()
    breaker.dispatch.mockResolvedValue(answer)
    for (let count = 0; count < 30; count += 1) await breaker.send()
    await fail(breaker, failure('STATUS', 500), 10)
    expect(breaker.states).toEqual([])
    await fail(breaker, failure('STATUS', 500), 1)
    expect(breaker.states).toEqual(['open'])
  })

  test('stays closed while half of the calls succeed', async () => {
    const breaker = openBreaker()
    for (let count = 0; count < 20; count += 1) {
      breaker.dispatch.mockResolvedValueOnce(answer)
      await expect(breaker.send()).resolves.toBe(answer)
      await fail(breaker, failure('STATUS', 500), 1)
    }
    expect(breaker.states).toEqual([])
  })
})

describe('an open breaker', () => {
  async function open(): Promise<Breaker> {
    const breaker = openBreaker()
    await fail(breaker, failure('CONNECTION'))
    return breaker
  }

  test('sends one probe after its pause and refuses all others at once', async () => {
    const breaker = await open()
    breaker.setTime(4_999)
    await expect(breaker.send()).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    breaker.setTime(5_000)
    const probe = Promise.withResolvers<AgencyAnswer>()
    breaker.dispatch.mockReturnValue(probe.promise)
    const first = breaker.send()
    for (let count = 0; count < 10; count += 1) {
      await expect(breaker.send()).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    }
    expect(breaker.dispatch).toHaveBeenCalledTimes(1)
    probe.resolve(answer)
    await expect(first).resolves.toBe(answer)
    await expect(breaker.send()).resolves.toBe(answer)
    expect(breaker.states).toEqual(['open', 'half-open', 'closed'])
  })

  test('opens again when the probe fails, for another pause', async () => {
    const breaker = await open()
    breaker.setTime(5_000)
    await fail(breaker, failure('TIMEOUT'), 1)
    breaker.setTime(9_999)
    await expect(breaker.send()).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    breaker.setTime(10_000)
    breaker.dispatch.mockResolvedValue(answer)
    await expect(breaker.send()).resolves.toBe(answer)
    expect(breaker.states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed'])
  })

  test.each(['CANCELLED', 'OVERLOADED'] as const)(
    'takes a probe that is %s for no sign of health, and lets the next one try at once',
    async (kind) => {
      const breaker = await open()
      breaker.setTime(5_000)
      await fail(breaker, failure(kind), 3)
      expect(breaker.states).toEqual(['open', 'half-open'])
      breaker.dispatch.mockResolvedValue(answer)
      await breaker.send()
      expect(breaker.states).toEqual(['open', 'half-open', 'closed'])
    },
  )

  test('takes no call for a probe that has too little time to prove anything', async () => {
    const breaker = await open()
    breaker.setTime(5_000)
    await expect(breaker.send(499)).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    expect(breaker.dispatch).not.toHaveBeenCalled()
    breaker.dispatch.mockResolvedValue(answer)
    await breaker.send(500)
    expect(breaker.states).toEqual(['open', 'half-open', 'closed'])
  })

  test.each([
    ['TOO_LARGE', 200],
    ['STATUS', 400],
  ] as const)('closes when the probe is answered by %s %s', async (kind, status) => {
    const breaker = await open()
    breaker.setTime(5_000)
    await fail(breaker, failure(kind, status), 1)
    expect(breaker.states).toEqual(['open', 'half-open', 'closed'])
  })

  test('once closed again, needs five failures again', async () => {
    const breaker = await open()
    breaker.setTime(5_000)
    breaker.dispatch.mockResolvedValue(answer)
    await breaker.send()
    await fail(breaker, failure('CONNECTION'), 3)
    expect(breaker.states).toEqual(['open', 'half-open', 'closed'])
  })
})
