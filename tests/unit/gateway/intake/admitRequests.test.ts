import { describe, expect, it } from '@jest/globals'
import type { FastifyRequest } from 'fastify'
import { admitRequests } from '../../../../gateway/intake/admitRequests.ts'
import type { Admission } from '../../../../gateway/intake/admitRequests.ts'
import { createExchange } from '../../../../gateway/intake/createExchange.ts'

/** A request as far as admission looks at it. */
function send({ receive, admit }: Admission) {
  const exchange = createExchange()
  const request = { exchange } as FastifyRequest
  return {
    receive: () => receive(request),
    admit: () => admit(request),
    close: () => {
      for (const work of exchange.whenOver) work()
    },
    hurried: exchange.hurry.signal,
    left: exchange.left.signal,
  }
}

function refusal(code: string) {
  return expect.objectContaining({ extensions: expect.objectContaining({ code }) })
}

describe('admission', () => {
  it('gives no place to a request that is still arriving, and lets four of them arrive for each place', () => {
    const admission = admitRequests(1)
    const arriving = Array.from({ length: 4 }, () => send(admission))
    for (const request of arriving) request.receive()
    expect(() => send(admission).receive()).toThrow(refusal('OVERLOADED'))
    arriving[0]?.admit()
    send(admission).receive()
    expect(() => arriving[1]?.admit()).toThrow(refusal('OVERLOADED'))
    arriving[0]?.close()
    arriving[2]?.admit()
  })

  it('gives no place to a client that has left while its request arrived', () => {
    const admission = admitRequests(1)
    const [left, next] = [send(admission), send(admission)]
    left.receive()
    left.close()
    expect(() => left.admit()).toThrow(refusal('OVERLOADED'))
    next.receive()
    next.admit()
  })

  it('receives nothing once it has stopped, admits what was arriving, and nothing more once it hurries', () => {
    const admission = admitRequests(2)
    const [first, second] = [send(admission), send(admission)]
    for (const request of [first, second]) request.receive()
    admission.stop()
    expect(() => send(admission).receive()).toThrow(refusal('SHUTTING_DOWN'))
    first.admit()
    admission.hurry()
    expect([first.hurried.aborted, second.hurried.aborted]).toEqual([true, false])
    expect(first.left.aborted).toBe(false)
    expect(() => second.admit()).toThrow(refusal('SHUTTING_DOWN'))
  })
})
