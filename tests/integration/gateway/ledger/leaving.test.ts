import { afterEach, describe, expect, it, jest } from '@jest/globals'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Release } from '../../../../gateway/access/createRelease.ts'
import type { Exchange } from '../../../../gateway/intake/createExchange.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { serveEngine } from '../../../support/serveEngine.ts'

/** What is known of a request where access is not open. */
const known = {
  caller: {},
  access: {
    permit: async () => ({ operation: {}, sought: new Map(), denied: new Set(), lists: new Set(), classes: [] }),
  },
}

let server: FastifyInstance | undefined
/** Of the request that came last. */
let exchange: Exchange

afterEach(() => server?.close())

/** What leaves when this accounts for it, of a server that stops meanwhile. */
async function answerOf(release: Release): Promise<LightMyRequestResponse> {
  const logger = createLogger({ name: 'test', level: 'silent' })
  server = serveEngine(
    async () => {
      exchange.hurry.abort()
      return { data: { a: 1 }, errors: [], dataSubjects: new Map() }
    },
    { known, release },
    { logger, onExchange: (one) => (exchange = one) },
  )
  return server.inject({ url: '/graphql' })
}

describe('an answer that has to be accounted for', () => {
  it('is, although the server waits for agencies no more', async () => {
    const signals: AbortSignal[] = []
    const { statusCode } = await answerOf(async (_answer, signal) => void signals.push(signal))
    expect(statusCode).toBe(200)
    expect(signals).toEqual([exchange.left.signal])
    expect(exchange.left.signal.aborted).toBe(false)
  })

  it('is LEDGER_UNAVAILABLE when that takes longer than it may', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
    const endless: Release = () => {
      setImmediate(() => jest.advanceTimersByTime(1_000))
      return new Promise(() => {})
    }
    const { statusCode, body } = await answerOf(endless).finally(() => void jest.useRealTimers())
    expect([statusCode, JSON.parse(body)]).toEqual([
      503,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'LEDGER_UNAVAILABLE' }) })] },
    ])
  })
})
