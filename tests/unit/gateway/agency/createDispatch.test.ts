import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ServerResponse } from 'node:http'
import { pino } from 'pino'
import type { AgencyMetrics } from '../../../../gateway/agency/AgencyMetrics.ts'
import { createDispatch } from '../../../../gateway/agency/createDispatch.ts'
import type { AgencyDispatch, DispatchLimits } from '../../../../gateway/agency/createDispatch.ts'
import { createCallVerifier } from '../../../../platform/createCallVerifier.ts'
import { createDeadline } from '../../../../platform/createDeadline.ts'
import { deriveCallKey } from '../../../../platform/deriveCallKey.ts'
import { makeCall } from '../../../support/makeCall.ts'
import { startHttpStub } from '../../../support/startHttpStub.ts'
import type { HttpStub, StubRequest } from '../../../support/startHttpStub.ts'
import { until } from '../../../support/until.ts'

const callSecret = 'a secret of at least thirty-two characters'
const json = { 'content-type': 'application/json' }

let lines: string[] = []
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  jest.restoreAllMocks()
  for (const close of closers.splice(0).toReversed()) await close()
})

function setClockBack(): void {
  const clock = Date.now
  jest.spyOn(Date, 'now').mockImplementation(() => clock() - 3_600_000)
}

async function startStub(answer: (response: ServerResponse, request: StubRequest) => void): Promise<HttpStub> {
  const stub = await startHttpStub(answer)
  closers.push(stub.stop)
  return stub
}

function open(
  limits: Partial<DispatchLimits> = {},
  passport = 'http://127.0.0.1:1/graphql',
): AgencyDispatch & { readonly metrics: jest.Mocked<AgencyMetrics> } {
  lines = []
  const metrics: jest.Mocked<AgencyMetrics> = { observe: jest.fn(), breaker: jest.fn(), retried: jest.fn() }
  const agencies = [
    { name: 'health', url: 'http://127.0.0.1:2/graphql' },
    { name: 'passport', url: passport },
  ]
  const logger = pino({}, { write: (line) => void lines.push(line) })
  const dispatch = createDispatch({ agencies, callSecret, clock: Date.now, metrics, logger, random: () => 0, limits })
  closers.push(dispatch.close)
  return { ...dispatch, metrics }
}

describe('createDispatch', () => {
  test('signs each call for its agency and its body', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{}}'))
    const { dispatch } = open()
    for (const agency of ['passport', 'health']) await dispatch(makeCall({ agency, url: stub.url }))
    const sent = stub.requests.map(({ headers, body }) => ({
      token: headers.authorization?.split(' ')[1] ?? '',
      signature: String(headers['x-call-signature']),
      body: Buffer.from(body),
    }))
    for (const [index, agency] of ['passport', 'health'].entries()) {
      const verifier = createCallVerifier({ key: deriveCallKey(callSecret, agency), agency, clock: Date.now })
      expect(sent.map(({ token }) => verifier.readToken(token) !== null)).toEqual([index === 0, index === 1])
      expect(sent.map((call) => verifier.isSigned(call, call.body))).toEqual([index === 0, index === 1])
    }
  })

  test('knows the state of every breaker before the first call', () => {
    const { breakerStates, metrics } = open()
    expect(breakerStates()).toEqual({ health: 'closed', passport: 'closed' })
    expect(metrics.breaker.mock.calls).toEqual([
      ['health', 'closed'],
      ['passport', 'closed'],
    ])
  })

  test('repeats a query that met a restarting agency, within one observed call', async () => {
    const stub = await startStub((response) => {
      if (stub.requests.length === 1) response.writeHead(503, json).end('{}')
      else response.writeHead(200, json).end('{"data":{"a":1}}')
    })
    const { dispatch, metrics } = open()
    await expect(dispatch(makeCall({ url: stub.url }))).resolves.toMatchObject({ data: { a: 1 } })
    expect(metrics.retried.mock.calls).toEqual([['passport']])
    expect(metrics.observe.mock.calls).toEqual([['passport', 'ok', expect.any(Number)]])
    const [first, second] = stub.requests
    expect(second?.body).toBe(first?.body)
  })

  test('sends a mutation once', async () => {
    const stub = await startStub((response) => response.writeHead(503, json).end('{}'))
    const { dispatch } = open()
    await expect(dispatch(makeCall({ url: stub.url, kind: 'mutation' }))).rejects.toMatchObject({ kind: 'STATUS' })
    expect(stub.requests).toHaveLength(1)
  })

  test('gives a silent agency its time once, then stops asking it, and still asks the others', async () => {
    const silent = await startStub(() => undefined)
    const healthy = await startStub((response) => response.writeHead(200, json).end('{"data":{}}'))
    const { dispatch, breakerStates, metrics } = open({ timeout: 500 }, silent.url)
    const calls = Array.from({ length: 5 }, () => dispatch(makeCall({ url: silent.url })))
    for (const call of calls) await expect(call).rejects.toMatchObject({ kind: 'TIMEOUT' })
    await expect(dispatch(makeCall({ url: silent.url }))).rejects.toMatchObject({ kind: 'BREAKER_OPEN' })
    await expect(dispatch(makeCall({ agency: 'health', url: healthy.url }))).resolves.toBeDefined()
    expect(silent.requests).toHaveLength(5)
    expect(breakerStates()).toEqual({ health: 'closed', passport: 'open' })
    expect(metrics.breaker).toHaveBeenLastCalledWith('passport', 'open')
    expect(metrics.retried).not.toHaveBeenCalled()
  })

  test('probes with a single request after the pause', async () => {
    const stub = await startStub((response) => {
      if (stub.requests.length <= 5) response.writeHead(200, json).end('half a')
      else response.writeHead(200, json).end('{"data":{}}')
    })
    const { dispatch, breakerStates } = open({ breakerPause: 0 }, stub.url)
    for (let count = 0; count < 5; count += 1) {
      await expect(dispatch(makeCall({ url: stub.url }))).rejects.toMatchObject({ kind: 'MALFORMED' })
    }
    expect(breakerStates()['passport']).toBe('open')
    const [probe, other] = await Promise.allSettled([
      dispatch(makeCall({ url: stub.url })),
      dispatch(makeCall({ url: stub.url })),
    ])
    expect(probe).toMatchObject({ status: 'fulfilled' })
    expect(other).toMatchObject({ status: 'rejected', reason: { kind: 'BREAKER_OPEN' } })
    expect(breakerStates()['passport']).toBe('closed')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 40, agency: 'passport', state: 'open' },
      { level: 30, agency: 'passport', state: 'half-open' },
      { level: 30, agency: 'passport', state: 'closed' },
    ])
  })

  test('probes after the pause though the clock was set back meanwhile', async () => {
    const stub = await startStub((response) => {
      if (stub.requests.length <= 5) response.writeHead(200, json).end('half a')
      else response.writeHead(200, json).end('{"data":{}}')
    })
    const { dispatch, breakerStates } = open({ breakerPause: 20 }, stub.url)
    for (let count = 0; count < 5; count += 1) await dispatch(makeCall({ url: stub.url })).catch(() => undefined)
    expect(breakerStates()['passport']).toBe('open')
    setClockBack()
    await until(
      'it is called again',
      () =>
        dispatch(makeCall({ url: stub.url })).then(
          () => true,
          () => false,
        ),
      2_000,
    )
  })

  test("ends before the request's deadline does", async () => {
    const stub = await startStub(() => undefined)
    const { dispatch } = open()
    const deadline = createDeadline({ milliseconds: 300 })
    await expect(dispatch(makeCall({ url: stub.url, deadline }))).rejects.toMatchObject({ kind: 'TIMEOUT' })
    expect(deadline.remaining()).toBeGreaterThan(100)
    expect(Number(stub.requests[0]?.headers['x-deadline-ms'])).toBeLessThanOrEqual(50)
  })

  test('refuses what neither a connection nor the queue has room for', async () => {
    const stub = await startStub(() => undefined)
    const { dispatch } = open({ connections: 1, queue: 1, timeout: 60 })
    const [first, second, third] = Array.from({ length: 3 }, () => dispatch(makeCall({ url: stub.url })))
    await expect(third).rejects.toMatchObject({ kind: 'OVERLOADED' })
    await expect(first).rejects.toMatchObject({ kind: 'TIMEOUT' })
    await expect(second).rejects.toThrow('passport: ')
  })

  test('lets the client go and closes the connection to the agency', async () => {
    const stub = await startStub(() => undefined)
    const { dispatch, metrics } = open()
    const left = new AbortController()
    const deadline = createDeadline({ milliseconds: 5_000, left: left.signal })
    const sent = dispatch(makeCall({ url: stub.url, deadline }))
    const { closed } = await stub.received(0)
    left.abort()
    await expect(sent).rejects.toMatchObject({ kind: 'CANCELLED' })
    await closed
    expect(metrics.observe.mock.calls).toEqual([['passport', 'CANCELLED', expect.any(Number)]])
  })

  test('keeps only the agencies that there are, and lets calls to others end', async () => {
    const answers: ServerResponse[] = []
    const stub = await startStub((response) => void answers.push(response.writeHead(200, json)))
    const { dispatch, keepOnly, breakerStates, metrics } = open()
    const sent = dispatch(makeCall({ agency: 'passport', url: stub.url }))
    const { closed } = await stub.received(0)
    keepOnly([
      { name: 'health', url: stub.url },
      { name: 'police', url: stub.url },
    ])
    expect(breakerStates()).toEqual({ health: 'closed', police: 'closed' })
    expect(metrics.breaker.mock.calls.slice(-3)).toEqual([
      ['health', 'closed'],
      ['passport', undefined],
      ['police', 'closed'],
    ])
    answers[0]?.end('{"data":{"word":"late"}}')
    await expect(sent).resolves.toMatchObject({ data: { word: 'late' } })
    await closed
  })

  test('shows the breaker of the address that counts when an agency has moved', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('half a'))
    const { dispatch, keepOnly, breakerStates, metrics } = open({}, stub.url)
    for (let count = 0; count < 5; count += 1) await dispatch(makeCall({ url: stub.url })).catch(() => undefined)
    expect(breakerStates()).toMatchObject({ passport: 'open' })
    keepOnly([
      { name: 'passport', url: stub.url },
      { name: 'passport', url: 'http://127.0.0.1:3/graphql' },
    ])
    expect(breakerStates()).toEqual({ passport: 'closed' })
    expect(metrics.breaker).toHaveBeenLastCalledWith('passport', 'closed')
  })

  test('does not show what becomes of calls to an address where an agency no longer is', async () => {
    const answers: ServerResponse[] = []
    const stub = await startStub((response) => void answers.push(response.writeHead(200, json)))
    const { dispatch, keepOnly, breakerStates, metrics } = open({}, stub.url)
    const calls = Array.from({ length: 5 }, () => dispatch(makeCall({ url: stub.url })).catch(() => undefined))
    await stub.received(4)
    keepOnly([{ name: 'passport', url: 'http://127.0.0.1:3/graphql' }])
    for (const answer of answers) answer.end('half a')
    await Promise.all(calls)
    expect(breakerStates()).toEqual({ passport: 'closed' })
    expect(metrics.breaker).toHaveBeenLastCalledWith('passport', 'closed')
  })

  test('closes when the last call is over', async () => {
    const stub = await startStub((response) => response.writeHead(200, json).end('{"data":{}}'))
    const { dispatch, close } = open()
    const sent = dispatch(makeCall({ url: stub.url }))
    await stub.received(0)
    await close()
    await expect(sent).resolves.toBeDefined()
    await expect(dispatch(makeCall({ url: stub.url }))).rejects.toMatchObject({ kind: 'CONNECTION' })
  })
})
