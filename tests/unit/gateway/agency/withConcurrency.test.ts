import { describe, expect, jest, test } from '@jest/globals'
import type { AgencyAnswer } from '../../../../gateway/agency/AgencyAnswer.ts'
import type { Dispatch } from '../../../../gateway/agency/Dispatch.ts'
import { withConcurrency } from '../../../../gateway/agency/withConcurrency.ts'
import { makeCall } from '../../../support/makeCall.ts'

const answer: AgencyAnswer = { data: {}, errors: [] }

function hold(): { readonly dispatch: jest.Mock<Dispatch>; readonly held: PromiseWithResolvers<AgencyAnswer>[] } {
  const held: PromiseWithResolvers<AgencyAnswer>[] = []
  const dispatch = jest.fn<Dispatch>(() => {
    const one = Promise.withResolvers<AgencyAnswer>()
    held.push(one)
    return one.promise
  })
  return { dispatch, held }
}

function withSignal(signal: AbortSignal, query = '{ a }'): ReturnType<typeof makeCall> {
  return makeCall({ query, deadline: { remaining: () => 1_000, signal } })
}

describe('withConcurrency', () => {
  test('lets so many calls out, holds so many, and refuses the rest', async () => {
    const { dispatch, held } = hold()
    const send = withConcurrency(dispatch, { calls: 2, queue: 1 })
    const sent = [send(makeCall()), send(makeCall()), send(makeCall())]
    await expect(send(makeCall())).rejects.toMatchObject({ kind: 'OVERLOADED' })
    expect(dispatch).toHaveBeenCalledTimes(2)
    held[0]?.resolve(answer)
    await sent[0]
    expect(dispatch).toHaveBeenCalledTimes(3)
    held[1]?.resolve(answer)
    held[2]?.resolve(answer)
    await expect(Promise.all(sent)).resolves.toEqual([answer, answer, answer])
    void send(makeCall())
    void send(makeCall())
    expect(dispatch).toHaveBeenCalledTimes(5)
  })

  test('keeps the order, and passes a place on after a failure too', async () => {
    const { dispatch, held } = hold()
    const send = withConcurrency(dispatch, { calls: 1, queue: 2 })
    const first = send(makeCall({ query: '{ a }' }))
    void send(makeCall({ query: '{ b }' }))
    void send(makeCall({ query: '{ c }' }))
    held[0]?.reject(new Error('failed'))
    await expect(first).rejects.toThrow('failed')
    held[1]?.resolve(answer)
    await held[1]?.promise
    await Promise.resolve()
    await Promise.resolve()
    await Promise.resolve()
    expect(dispatch.mock.calls.map(([{ query }]) => query)).toEqual(['{ a }', '{ b }', '{ c }'])
  })

  test('lets a call out of the queue when its client leaves, without sending it', async () => {
    const { dispatch, held } = hold()
    const send = withConcurrency(dispatch, { calls: 1, queue: 1 })
    const first = send(makeCall())
    const left = new AbortController()
    const second = send(withSignal(left.signal))
    left.abort()
    await expect(second).rejects.toMatchObject({ kind: 'CANCELLED' })
    const third = send(makeCall())
    held[0]?.resolve(answer)
    await first
    held[1]?.resolve(answer)
    await expect(third).resolves.toBe(answer)
    expect(dispatch).toHaveBeenCalledTimes(2)
  })

  test('does not blame the agency for time spent in the queue', async () => {
    const { dispatch } = hold()
    const send = withConcurrency(dispatch, { calls: 1, queue: 1 })
    void send(makeCall())
    await expect(send(withSignal(AbortSignal.timeout(10)))).rejects.toMatchObject({ kind: 'OVERLOADED' })
  })
})
