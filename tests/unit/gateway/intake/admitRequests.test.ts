import { EventEmitter } from 'node:events'
import { describe, expect, it } from '@jest/globals'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { admitRequests } from '../../../../gateway/intake/admitRequests.ts'
import type { Admission } from '../../../../gateway/intake/admitRequests.ts'
import { createExchange } from '../../../../gateway/intake/createExchange.ts'

/** A request as far as admission looks at it. */
function send({ receive, admit }: Admission) {
  const raw = new EventEmitter()
  const exchange = createExchange()
  const request = { exchange } as FastifyRequest
  return {
    receive: () => receive(request, { raw } as FastifyReply),
    admit: () => admit(request),
    close: () => void raw.emit('close'),
    abandoned: exchange.abandon.signal,
  }
}

function refusal(code: string): unknown {
  return expect.objectContaining({ extensions: expect.objectContaining({ code }) })
}

describe('admission', () => {
  it('gives no place to a request that is still arriving, and lets four of them arrive for each place', async () => {
    const admission = admitRequests(1)
    const arriving = Array.from({ length: 4 }, () => send(admission))
    for (const request of arriving) await request.receive()
    await expect(send(admission).receive()).rejects.toEqual(refusal('OVERLOADED'))
    await arriving[0]?.admit()
    await send(admission).receive()
    await expect(arriving[1]?.admit()).rejects.toEqual(refusal('OVERLOADED'))
    arriving[0]?.close()
    await arriving[2]?.admit()
  })

  it('gives no place to a client that has left while its request arrived', async () => {
    const admission = admitRequests(1)
    const [left, next] = [send(admission), send(admission)]
    await left.receive()
    left.close()
    await expect(left.admit()).rejects.toEqual(refusal('OVERLOADED'))
    await next.receive()
    await next.admit()
  })

  it('receives nothing once it has stopped, admits what was arriving, and nothing more once it hurries', async () => {
    const admission = admitRequests(2)
    const [first, second] = [send(admission), send(admission)]
    await Promise.all([first.receive(), second.receive()])
    admission.stop()
    await expect(send(admission).receive()).rejects.toEqual(refusal('SHUTTING_DOWN'))
    await first.admit()
    admission.hurry()
    expect([first.abandoned.aborted, second.abandoned.aborted]).toEqual([true, false])
    await expect(second.admit()).rejects.toEqual(refusal('SHUTTING_DOWN'))
  })
})
