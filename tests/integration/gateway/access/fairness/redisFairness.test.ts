import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import type { Fairness } from '../../../../../gateway/access/fairness/Fairness.ts'
import { createFairness } from '../../../../../gateway/access/fairness/createFairness.ts'
import { createLogger } from '../../../../../platform/createLogger.ts'
import { findFreePort } from '../../../../../scripts/findFreePort.mjs'
import { dumpRedis } from '../../../../support/dumpRedis.ts'
import { encodingsOf } from '../../../../support/encodingsOf.ts'
import { startRedis } from '../../../../support/startRedis.ts'
import { startTcpProxy } from '../../../../support/startTcpProxy.ts'
import { until } from '../../../../support/until.ts'

jest.setTimeout(60_000)

/** Of two gateways each lets a burst of 5 through by itself, and both 10 together. At this rate nothing is earned back. */
const limits = { requestsPerSecond: 0.001, burst: 10, applicantsPerDay: 10, gateways: 2 }

interface Line {
  readonly level: string
  readonly msg: string
}

let lines: Line[] = []
const cleanups: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup()
  cleanups.length = 0
  lines = []
})

function later<T extends { readonly stop: () => Promise<void> }>(server: T): T {
  cleanups.push(() => server.stop())
  return server
}

const urlOf = (port: number) => `redis://127.0.0.1:${port}`

function open(redis: string): Fairness {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Line) }
  const logger = createLogger({ name: 'test', level: 'debug', destination })
  const metrics = { refused: () => undefined, breaker: () => undefined }
  const fairness = createFairness({ redis, limits, secret: 'a secret', clock: Date.now, logger, metrics })
  cleanups.push(() => fairness.close())
  return fairness
}

async function admitMany(fairness: Fairness, client: string, times: number): Promise<number> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => fairness.admit(client)))
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

const people = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `person ${from + index}`)

/** What new clients may do at a gateway shows whether it keeps count over Redis or by itself. */
async function untilBurstIs(burst: number, fairness: Fairness): Promise<void> {
  await until(`a client may send ${burst} at once`, async () => (await admitMany(fairness, randomUUID(), 12)) === burst)
}

const untilShared = (fairness: Fairness) => untilBurstIs(10, fairness)
const untilAlone = (fairness: Fairness) => untilBurstIs(5, fairness)

describe('two gateways on one Redis', () => {
  test('keep one count of requests', async () => {
    const { url } = later(await startRedis())
    const [one, other] = [open(url), open(url)]
    await Promise.all([untilShared(one), untilShared(other)])
    const client = randomUUID()
    const [here, there] = await Promise.all([admitMany(one, client, 8), admitMany(other, client, 8)])
    expect(here + there).toBe(10)
    await expect(other.admit(client)).rejects.toMatchObject({
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
    })
  })

  test('keep one count of applicants', async () => {
    const { url } = later(await startRedis())
    const [one, other] = [open(url), open(url)]
    await Promise.all([untilShared(one), untilShared(other)])
    await one.count('client', people(0, 6))
    await other.count('client', people(2, 10))
    await one.count('client', people(5, 10))
    await expect(one.count('client', people(9, 11))).rejects.toMatchObject({
      extensions: { code: 'DAILY_LIMIT_REACHED', retryAfterSeconds: expect.any(Number) },
    })
    await expect(other.count('client', people(0, 10))).resolves.toBeUndefined()
  })

  test('leave nothing in Redis by which a client or an applicant could be known, and nothing for ever', async () => {
    const { url } = later(await startRedis())
    const fairness = open(url)
    await untilShared(fairness)
    const [client, nik] = ['clinic-of-kupang', '5318075205999001']
    await fairness.admit(client)
    await fairness.count(client, [nik])
    await expect(fairness.count(client, people(0, 10))).rejects.toThrow('more applicants')
    const dumped = await dumpRedis(url)
    expect(dumped.length).toBeGreaterThan(2)
    const bytes = Buffer.concat(dumped.flatMap(({ key, value }) => [key, between, value, between]))
    const traces = [client, nik].flatMap(encodingsOf).flatMap((encoding) => encoding.traces)
    expect(traces.filter((trace) => bytes.includes(trace))).toEqual([])
    expect(await lifesIn(url)).not.toContain(-1)
  })
})

/** Keeps the end of one thing and the beginning of the next from making up a third. */
const between = Buffer.from('\n|\n')

async function lifesIn(url: string): Promise<readonly number[]> {
  const client = new Redis(url)
  const keys = await client.keys('*')
  const lifes = await Promise.all(keys.map((key) => client.pttl(key)))
  client.disconnect()
  return lifes
}

describe('a gateway whose Redis', () => {
  test('is not there yet enforces its share at once, and the whole when it comes', async () => {
    const port = await findFreePort()
    const fairness = open(urlOf(port))
    expect(await admitMany(fairness, randomUUID(), 12)).toBe(5)
    later(await startRedis({ port }))
    await untilShared(fairness)
  })

  test('is killed goes on with its share, and says so once when it begins and when it ends', async () => {
    const killed = later(await startRedis())
    const fairness = open(killed.url)
    await untilShared(fairness)
    await fairness.count('client', people(20, 24))
    lines = []
    process.kill(killed.pid, 'SIGKILL')
    await untilAlone(fairness)
    for (let round = 0; round < 5; round += 1) expect(await admitMany(fairness, randomUUID(), 12)).toBe(5)
    // Those that it had counted before are free.
    for (const seen of [people(20, 24), people(0, 5)]) await fairness.count('client', seen)
    await expect(fairness.count('client', people(5, 6))).rejects.toThrow('more applicants')
    later(await startRedis({ port: killed.port }))
    await untilShared(fairness)
    // Those that were counted without it are not.
    await fairness.count('client', people(0, 5))
    await expect(fairness.count('client', people(5, 11))).rejects.toThrow('more applicants')
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['warn', 'Redis does not keep count of clients, and this gateway enforces its share of the limits'],
      ['info', 'the limits of clients are shared over Redis again'],
    ])
    expect(JSON.stringify(lines)).not.toContain(String(killed.port))
  })

  test('hangs waits for it no longer than its budget, and then not at all', async () => {
    const { url, pid } = later(await startRedis())
    const fairness = open(url)
    await untilShared(fairness)
    process.kill(pid, 'SIGSTOP')
    try {
      const begun = performance.now()
      for (let round = 0; round < 50; round += 1) await fairness.admit(randomUUID())
      // Three wait 50 ms, and one a second that tries; the rest is what the machine does beside.
      expect(performance.now() - begun).toBeLessThan(1_000)
      expect(await admitMany(fairness, randomUUID(), 12)).toBe(5)
      await expect(fairness.count(randomUUID(), people(0, 5))).resolves.toBeUndefined()
    } finally {
      process.kill(pid, 'SIGCONT')
    }
    await untilShared(fairness)
  })

  test('takes 200 ms is not waited for', async () => {
    const { port } = later(await startRedis())
    const proxy = later(await startTcpProxy(port))
    const fairness = open(urlOf(proxy.port))
    await untilShared(fairness)
    proxy.setDelay(200)
    await untilAlone(fairness)
    const begun = performance.now()
    for (let round = 0; round < 20; round += 1) await fairness.admit(randomUUID())
    expect(performance.now() - begun).toBeLessThan(500)
    proxy.setDelay(0)
    await untilShared(fairness)
  })

  test('is full goes on with its share', async () => {
    const { url } = later(await startRedis({ settings: ['--maxmemory', '1', '--maxmemory-policy', 'noeviction'] }))
    const fairness = open(url)
    await untilAlone(fairness)
    expect(await admitMany(fairness, randomUUID(), 12)).toBe(5)
  })

  test.each(['count', 'known'])('holds something else under its names (%s) goes on with its share', async (name) => {
    const { url } = later(await startRedis())
    const fairness = open(url)
    await untilShared(fairness)
    await fairness.count('client', ['a'])
    const client = new Redis(url)
    const [key = ''] = await client.keys(`fairness:${name}:*`)
    await client.del(key)
    await client.lpush(key, 'something else')
    client.disconnect()
    await fairness.count('client', people(0, 5))
    await expect(fairness.count('client', people(5, 6))).rejects.toThrow('more applicants')
  })
})
