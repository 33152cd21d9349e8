import { Socket } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import type { FastifyRequest } from 'fastify'
import { admitRequests } from '../../../../gateway/intake/admitRequests.ts'
import type { Admission } from '../../../../gateway/intake/admitRequests.ts'
import { createExchange } from '../../../../gateway/intake/createExchange.ts'

/** A request as far as admission looks at it. */
function send({ receive, admit, depart }: Admission) {
  const exchange = createExchange()
  const socket = new Socket()
  const request = { exchange, raw: { socket } } as FastifyRequest
  return {
    receive: () => receive(request),
    admit: () => admit(request),
    depart: () => depart(request),
    close: () => {
      for (const work of exchange.whenOver) work()
    },
    hurried: exchange.hurry.signal,
    left: exchange.left.signal,
    isCut: () => socket.destroyed,
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

  it('gives the place of an answer to the next request before it has left', () => {
    const admission = admitRequests(1)
    const [first, second] = [send(admission), send(admission)]
    for (const request of [first, second]) {
      request.receive()
      request.admit()
      request.depart()
    }
    expect(second.isCut()).toBe(false)
  })

  it('cuts the answer that has been leaving for longest where more are leaving than there are places', () => {
    const admission = admitRequests(2)
    const [left, slow, slower, last] = [send(admission), send(admission), send(admission), send(admission)]
    for (const request of [left, slow, slower, last]) {
      request.receive()
      request.admit()
      request.depart()
      if (request === left) left.close()
    }
    expect([left, slow, slower, last].map(({ isCut }) => isCut())).toEqual([false, true, false, false])
  })

  it('counts no refusal among the answers that leave, and lets nobody wait for its departure', () => {
    const admission = admitRequests(1)
    const leaving = send(admission)
    leaving.receive()
    leaving.admit()
    leaving.depart()
    for (let count = 0; count < 10; count += 1) {
      const refused = send(admission)
      refused.receive()
      refused.depart()
      expect(refused.isCut()).toBe(false)
    }
    expect(leaving.isCut()).toBe(false)
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
