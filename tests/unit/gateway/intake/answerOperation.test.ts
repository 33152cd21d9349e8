import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../../../gateway/context.ts'
import type { Executed } from '../../../../gateway/execute/createExecutable.ts'
import type { Exchange } from '../../../../gateway/intake/createExchange.ts'
import type { Engine } from '../../../../gateway/plan/Engine.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { fault } from '../../../../platform/fault.ts'
import { everyScope } from '../../../../schema/access/everyScope.ts'
import { serveEngine } from '../../../support/serveEngine.ts'
import type { Asked } from '../../../support/serveEngine.ts'

const secret = 'Maria 5318075205999001'
const correlationId = '4f6c0a52-6d0e-4d7e-9a55-0f6b0f1f3c11'

let lines: string[]
let server: FastifyInstance | undefined
/** Of the request that came last. */
let exchange: Exchange

beforeEach(() => {
  lines = []
})
afterEach(() => server?.close())

interface Sent extends Asked {
  readonly headers?: Readonly<Record<string, string>>
}

interface Left {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
}

/** What leaves of a real server when the engine does this. */
async function answerOf(execute: Engine['execute'], { headers: added, ...asked }: Sent = {}): Promise<Left> {
  const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line) => lines.push(line) } })
  server = serveEngine(execute, asked, { logger, onExchange: (one) => (exchange = one) })
  const origin = await server.listen({ host: '127.0.0.1', port: 0 })
  const headers = { 'x-correlation-id': correlationId, ...added }
  const response = await fetch(`${origin}/graphql`, { headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) }
}

/** Data and errors, and where the data came from. */
function giving(executed: Omit<Executed, 'dataSubjects'>): Engine['execute'] {
  return async (_operation, _variables, { provenance }) => {
    provenance.record('passport', { source: 'LIVE', entities: 1, asOf: 0 })
    return { dataSubjects: new Map(), ...executed }
  }
}

const whole = giving({ data: { a: 1 }, errors: [] })

describe('what leaves', () => {
  it('is the data with its provenance, and nothing else of the engine', async () => {
    const more = { data: { a: 1, b: null }, errors: [], extensions: { plan: secret }, plan: secret }
    const { status, body } = await answerOf(giving(more))
    expect(status).toBe(200)
    expect(body).toEqual({
      data: { a: 1, b: null },
      extensions: { provenance: [expect.objectContaining({ agency: 'passport', source: 'LIVE' })] },
    })
    expect(exchange).toMatchObject({ codes: [], data: true })
    expect(lines).toEqual([])
  })

  it.each(['application/json', 'application/graphql-response+json'] as const)(
    'has the media type %s that was chosen, and is kept by nobody',
    async (mediaType) => {
      const { headers } = await answerOf(whole, { mediaType })
      expect(headers.get('content-type')).toBe(`${mediaType}; charset=utf-8`)
      expect(headers.get('cache-control')).toBe('no-store')
    },
  )

  it.each(['application/json', 'application/graphql-response+json'] as const)(
    'has status 200 with gaps and without any data, as %s',
    async (mediaType) => {
      const gap = fault('AGENCY_UNAVAILABLE', { agency: 'passport' }, { path: ['a'] }).toJSON()
      const { status, body } = await answerOf(giving({ data: null, errors: [gap] }), { mediaType })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        data: null,
        errors: [{ path: ['a'], extensions: { code: 'AGENCY_UNAVAILABLE', correlationId } }],
      })
      expect(exchange).toMatchObject({ codes: ['AGENCY_UNAVAILABLE'], data: true })
    },
  )

  it('has INTERNAL for an error that is none of ours, which is logged without its message', async () => {
    const error = new GraphQLError(secret, { path: ['a'], originalError: new RangeError(secret) })
    const { status, text, body } = await answerOf(giving({ data: { a: null }, errors: [error.toJSON()] }))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      data: { a: null },
      errors: [{ path: ['a'], extensions: { code: 'INTERNAL', correlationId } }],
    })
    expect(exchange.codes).toEqual(['INTERNAL'])
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'error', msg: 'an error was masked', correlationId },
    ])
    expect(text + lines.join()).not.toContain(secret)
  })

  it.each([
    ['query { a }', true],
    ['mutation { a }', false],
  ])('says of the gaps of %s whether to ask again: %s', async (query, retryable) => {
    const gap = fault('AGENCY_UNAVAILABLE', {}, { path: ['a'] }).toJSON()
    const { body } = await answerOf(giving({ data: { a: null }, errors: [gap] }), { query })
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE', retryable } }] })
  })
})

describe('answers', () => {
  it('leave together when they become ready in one turn of the event loop', async () => {
    const events: string[] = []
    const ready: (() => void)[] = []
    server = serveEngine(
      () =>
        new Promise((resolve) => {
          ready.push(() => {
            events.push('ready')
            resolve({ data: { a: 1 }, errors: [], dataSubjects: new Map() })
          })
          if (ready.length === 2) void becomeReady()
        }),
      {},
      { logger: createLogger({ name: 'test', level: 'silent' }) },
    )
    /** One after the other, and long after in all but turns. */
    async function becomeReady(): Promise<void> {
      for (const become of ready) {
        become()
        for (let tick = 0; tick < 100; tick += 1) await new Promise<void>((resolve) => process.nextTick(resolve))
      }
    }
    server.addHook('onSend', async () => void events.push('left'))
    await Promise.all([server.inject('/graphql'), server.inject('/graphql')])
    expect(events).toEqual(['ready', 'ready', 'left', 'left'])
  })
})

describe('what the cache did', () => {
  const noting: Engine['execute'] = async (...[, , { noteCache }]) => {
    noteCache?.({ agency: 'passport', type: 'Applicant', source: 'cached', why: 'fresh' })
    noteCache?.({ agency: 'passport', type: 'Applicant', source: 'cached', why: 'fresh' })
    return { data: { a: 1 }, errors: [], dataSubjects: new Map() }
  }

  it('leaves in a header where developers may see it', async () => {
    const { headers } = await answerOf(noting, { development: true })
    expect(headers.get('x-cache')).toBe('passport:Applicant=cached;why=fresh;count=2')
  })

  it.each([
    ['the cache was not asked', whole, true],
    ['clients are no developers', noting, false],
  ])('is not told when %s', async (_when, execute, development) => {
    const { headers } = await answerOf(execute, { development })
    expect(headers.has('x-cache')).toBe(false)
  })
})

describe('the engine', () => {
  it('is given the operation, its variables and what travels with the request', async () => {
    const given: unknown[] = []
    await answerOf(
      async (operation, variables, context) => {
        given.push(operation, variables, context)
        return { data: { a: 1 }, errors: [], dataSubjects: new Map() }
      },
      { query: 'query A($a: Int) { a }', variables: { a: 1 } },
    )
    const [operation, variables, context] = given
    expect(operation).toBe(exchange.asked?.operation)
    expect(variables).toEqual({ a: 1 })
    expect(context).toMatchObject({
      correlationId,
      asker: { subject: 'anonymous', scopes: [everyScope] },
      noteCache: undefined,
    })
  })

  it.each([
    ['that is ours', {}, 5_000],
    ["that is the client's, when it is shorter", { 'x-deadline-ms': '2000' }, 2_000],
    ["that is ours, when the client's is longer", { 'x-deadline-ms': '60000' }, 5_000],
  ])('has a deadline %s', async (_whose, headers, limit) => {
    let left = 0
    await answerOf(
      async (...[, , { deadline }]) => {
        left = deadline.remaining()
        return { data: { a: 1 }, errors: [], dataSubjects: new Map() }
      },
      { headers, deadline: 5_000 },
    )
    expect(left).toBeGreaterThan(limit - 1_000)
    expect(left).toBeLessThanOrEqual(limit)
  })

  it('is answered for with what it has when the time is over', async () => {
    async function untilOver(...[, , { deadline }]: [unknown, unknown, RequestContext]): Promise<Executed> {
      await new Promise((resolve) => deadline.signal.addEventListener('abort', resolve))
      return {
        data: { a: null },
        errors: [fault('AGENCY_UNAVAILABLE', {}, { path: ['a'] }).toJSON()],
        dataSubjects: new Map(),
      }
    }
    const { status, body } = await answerOf(untilOver, { deadline: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ data: { a: null }, errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] })
  })

  it('is told when nobody waits any more', async () => {
    async function abandoned(...[, , { deadline }]: [unknown, unknown, RequestContext]): Promise<Executed> {
      const left = new Promise((resolve) => deadline.signal.addEventListener('abort', resolve))
      exchange.hurry.abort()
      await left
      return { data: { a: null }, errors: [], dataSubjects: new Map() }
    }
    expect(await answerOf(abandoned)).toMatchObject({ status: 200, body: { data: { a: null } } })
  })

  /** What leaves when the engine of a request that has five seconds takes so many milliseconds, and listens to nothing. */
  async function answerAfter(milliseconds: number): Promise<Left> {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] })
    const stubborn = (): Promise<Executed> =>
      new Promise((resolve) => {
        setTimeout(() => resolve({ data: { a: 1 }, errors: [], dataSubjects: new Map() }), milliseconds)
        setImmediate(() => jest.advanceTimersByTime(milliseconds))
      })
    return answerOf(stubborn, { deadline: 5_000 }).finally(() => void jest.useRealTimers())
  }

  it('may be a little late', async () => {
    expect(await answerAfter(5_900)).toMatchObject({ status: 200, body: { data: { a: 1 } } })
  })

  it('is given up when it does not keep to its deadline', async () => {
    const { status, headers, body } = await answerAfter(6_100)
    expect(status).toBe(504)
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(body).toEqual({ errors: [expect.objectContaining({ extensions: expect.anything() })] })
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED', retryable: true } }] })
    expect(exchange).toMatchObject({ codes: ['DEADLINE_EXCEEDED'], data: false })
  })
})

describe('an answer that cannot be given', () => {
  const broken: Engine['execute'] = () => Promise.reject(new RangeError(secret))

  it('is INTERNAL without data, and logged with its correlation id and without the message', async () => {
    const { status, text, body, headers } = await answerOf(broken)
    expect(status).toBe(500)
    expect(body).toEqual({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTERNAL' }) })],
    })
    expect(headers.has('x-cache')).toBe(false)
    expect(exchange).toMatchObject({ codes: ['INTERNAL'], data: false })
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 'error', msg: 'a request failed', correlationId, error: { name: 'RangeError' } },
    ])
    expect(text + lines.join()).not.toContain(secret)
  })

  it('is INTERNAL when what the engine gave cannot be written', async () => {
    const { status, text } = await answerOf(giving({ data: { a: 1n }, errors: [] }))
    expect([status, text]).toEqual([500, expect.stringContaining('INTERNAL')])
  })

  it('is INTERNAL when no operation was read', async () => {
    const { status, body } = await answerOf(whole, { query: '' })
    expect(status).toBe(500)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] })
  })

  it('has the code of the fault that the engine throws', async () => {
    const { status, body } = await answerOf(() => Promise.reject(fault('OVERLOADED', { retryAfterSeconds: 1 })))
    expect(status).toBe(503)
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] })
  })
})

describe('when an answer has left', () => {
  it.each<readonly [string, Engine['execute']]>([
    ['in full', whole],
    ['as an error', () => Promise.reject(new Error(secret))],
  ])('%s, nothing listens any more whether the client leaves', async (_how, execute) => {
    await answerOf(execute)
    expect(getEventListeners(exchange.hurry.signal, 'abort')).toEqual([])
  })
})
