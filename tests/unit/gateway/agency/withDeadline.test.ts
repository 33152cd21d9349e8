import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { AgencyCall } from '../../../../gateway/agency/AgencyCall.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { abortKind } from '../../../../gateway/agency/abortKind.ts'
import { withDeadline } from '../../../../gateway/agency/withDeadline.ts'
import { makeCall } from '../../../support/makeCall.ts'

beforeEach(() => void jest.useFakeTimers())
afterEach(() => void jest.useRealTimers())

/** A dispatch that never answers, and rejects with why it was aborted. */
const silent: Dispatch = ({ deadline: { signal } }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error(abortKind(signal))))
  })

function callWith(remaining: number, left = new AbortController()): AgencyCall {
  const end = performance.now() + remaining
  return makeCall({ deadline: { remaining: () => Math.max(0, end - performance.now()), signal: left.signal } })
}

const options = { timeout: 2_000, reserve: 250 }

describe('withDeadline', () => {
  test('gives an agency its time and no more', async () => {
    const answered = withDeadline(silent, options)(callWith(5_000)).catch(String)
    jest.advanceTimersByTime(1_999)
    // One is that of the call's own deadline.
    expect(jest.getTimerCount()).toBe(2)
    jest.advanceTimersByTime(1)
    await expect(answered).resolves.toBe('Error: TIMEOUT')
  })

  test("keeps a part of the request's deadline for the answer", async () => {
    const dispatch = jest.fn(silent)
    const answered = withDeadline(dispatch, options)(callWith(1_000)).catch(String)
    expect(dispatch.mock.calls[0]?.[0].deadline.remaining()).toBe(750)
    jest.advanceTimersByTime(750)
    expect(dispatch.mock.calls[0]?.[0].deadline.remaining()).toBe(0)
    await expect(answered).resolves.toBe('Error: TIMEOUT')
  })

  test('sends nothing when no time is left', async () => {
    const dispatch = jest.fn(silent)
    await expect(withDeadline(dispatch, options)(callWith(250))).rejects.toMatchObject({ kind: 'NO_TIME' })
    expect(dispatch).not.toHaveBeenCalled()
  })

  test('aborts the call when the client leaves', async () => {
    const left = new AbortController()
    const answered = withDeadline(silent, options)(callWith(5_000, left)).catch(String)
    left.abort()
    await expect(answered).resolves.toBe('Error: CANCELLED')
    expect(jest.getTimerCount()).toBe(1)
  })

  test('sends nothing for a client that has left', async () => {
    const dispatch = jest.fn(silent)
    const left = new AbortController()
    left.abort()
    await expect(withDeadline(dispatch, options)(callWith(5_000, left))).rejects.toMatchObject({ kind: 'CANCELLED' })
    expect(dispatch).not.toHaveBeenCalled()
  })

  test('leaves nothing behind when the agency answers', async () => {
    const left = new AbortController()
    const dispatch = jest.fn<Dispatch>().mockResolvedValue({ data: {}, errors: [] })
    await withDeadline(dispatch, options)(callWith(5_000, left))
    expect(jest.getTimerCount()).toBe(1)
    left.abort()
    expect(dispatch.mock.calls[0]?.[0].deadline.signal.aborted).toBe(false)
  })
})
