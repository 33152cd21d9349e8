import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Redis } from 'ioredis'
import type { CacheStore } from '../../../../gateway/cache/stores/CacheStore.ts'
import { createRedisStore } from '../../../../gateway/cache/stores/createRedisStore.ts'
import { keepIncrements } from '../../../../gateway/cache/stores/keepIncrements.ts'
import { createLogger } from '../../../../platform/createLogger.ts'
import { findFreePort } from '../../../../scripts/findFreePort.mjs'
import { startRedis } from '../../../support/startRedis.ts'
import { startRedisCluster } from '../../../support/startRedisCluster.ts'
import { startTcpProxy } from '../../../support/startTcpProxy.ts'
import { until } from '../../../support/until.ts'

jest.setTimeout(60_000)

/** What the gateway gives a store. */
const budget = 50
const hour = 3_600_000

interface Line {
  readonly level: string
  readonly msg: string
  readonly refusal?: string
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

function openStore(url: string): CacheStore<Buffer> {
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Line) }
  const store = createRedisStore({ url, logger: createLogger({ name: 'test', level: 'debug', destination }) })
  cleanups.push(() => store.close())
  return store
}

/** A client of the test's own, for what an operator would do. */
function operate(port: number): Redis {
  const client = new Redis(port, '127.0.0.1')
  cleanups.push(() => client.disconnect())
  return client
}

const anyKey = () => `{${randomUUID()}}key`

test.each([
  ['WRONGPASS', ':wrong@'],
  ['NOAUTH', ''],
])('a Redis that refuses is told with its %s', async (refusal, account) => {
  const { port } = later(await startRedis())
  await operate(port).config('SET', 'requirepass', 'right')
  openStore(`redis://${account}127.0.0.1:${port}`)
  await until('it is told', () => lines.length > 0)
  expect(lines).toMatchObject([{ msg: 'there is no connection to Redis', refusal }])
})

/** How the work went, which must have ended in the turn in which its signal did, however busy the machine is. */
async function call(work: (signal: AbortSignal) => Promise<unknown>): Promise<'done' | 'failed'> {
  let isLate = false
  const signal = AbortSignal.timeout(budget)
  signal.addEventListener('abort', () => setImmediate(() => (isLate = true)))
  try {
    await work(signal)
    return 'done'
  } catch {
    return 'failed'
  } finally {
    expect(isLate).toBe(false)
  }
}

const read = (store: CacheStore<Buffer>, key = anyKey()) =>
  call((signal) => store.read({ entries: [key], counters: [`${key}counter`] }, signal))
const write = (store: CacheStore<Buffer>, key = anyKey()) =>
  call((signal) => store.write([{ key, value: Buffer.from('value'), milliseconds: hour }], signal))
const increment = (store: CacheStore<Buffer>, key = anyKey()) =>
  call((signal) => store.increment([`${key}counter`], signal))

/** Calls of each kind, one after another and many at a time, in the budget; how those of each kind went. */
async function callEverything(store: CacheStore<Buffer>) {
  const rounds = await Promise.all(
    Array.from({ length: 20 }, async () => [await read(store), await write(store), await increment(store)] as const),
  )
  const [reads, writes, increments] = [0, 1, 2].map((kind) => [...new Set(rounds.map((round) => round[kind]))])
  return { reads, writes, increments }
}

const works = { reads: ['done'], writes: ['done'], increments: ['done'] }
const fails = { reads: ['failed'], writes: ['failed'], increments: ['failed'] }

/** A busy machine may need more than the budget at any moment, so the outcome is waited for. */
async function untilItGoes(outcome: object, store: CacheStore<Buffer>): Promise<void> {
  await until(`calls go as ${JSON.stringify(outcome)}`, async () =>
    isDeepStrictEqual(await callEverything(store), outcome),
  )
}

const untilItWorks = (store: CacheStore<Buffer>) => untilItGoes(works, store)

/** The number of the key's counter. */
async function readNumber(store: CacheStore<Buffer>, key: string): Promise<number | undefined> {
  const counter = `${key}counter`
  const { epochs } = await store.read({ entries: [], counters: [counter] }, AbortSignal.timeout(5000))
  return epochs.get(counter)
}

describe('the Redis store', () => {
  test('finds a Redis that was not there at the start', async () => {
    const port = await findFreePort()
    const store = openStore(urlOf(port))
    expect(await callEverything(store)).toEqual(fails)
    later(await startRedis({ port }))
    await untilItWorks(store)
  })

  test('finds a Redis again that was killed and comes back empty, with other numbers in its counters', async () => {
    const killed = later(await startRedis())
    const store = openStore(killed.url)
    await untilItWorks(store)
    const key = anyKey()
    await write(store, key)
    const number = await readNumber(store, key)
    process.kill(killed.pid, 'SIGKILL')
    await until('the connection is lost', () => lines.length === 2)
    expect(await callEverything(store)).toEqual(fails)
    later(await startRedis({ port: killed.port }))
    await untilItWorks(store)
    expect(await readNumber(store, key)).not.toBe(number)
  })

  test('says that the connection comes and goes, once each, without where it leads', async () => {
    const killed = later(await startRedis({ settings: ['--requirepass', 'hunter2'] }))
    const store = openStore(`redis://:hunter2@127.0.0.1:${killed.port}`)
    await untilItWorks(store)
    process.kill(killed.pid, 'SIGKILL')
    await until('the connection is lost', () => lines.length === 2)
    for (let round = 0; round < 10; round += 1) await callEverything(store)
    later(await startRedis({ port: killed.port, settings: ['--requirepass', 'hunter2'] }))
    await untilItWorks(store)
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['info', 'Redis is connected'],
      ['warn', 'there is no connection to Redis'],
      ['info', 'Redis is connected'],
    ])
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`hunter2|${killed.port}`))
  })

  test('waits for no Redis that hangs, for a moment or for long', async () => {
    const { url, pid } = later(await startRedis())
    const store = openStore(url)
    await untilItWorks(store)
    process.kill(pid, 'SIGSTOP')
    expect(await callEverything(store)).toEqual(fails)
    process.kill(pid, 'SIGCONT')
    await untilItWorks(store)
    process.kill(pid, 'SIGSTOP')
    expect(await callEverything(store)).toEqual(fails)
    await until('the connection is given up', () => lines.length === 2)
    expect(await callEverything(store)).toEqual(fails)
    process.kill(pid, 'SIGCONT')
    await untilItWorks(store)
  })

  test('waits for no Redis that takes 200 ms, and works for those who would', async () => {
    const { port } = later(await startRedis())
    const proxy = later(await startTcpProxy(port))
    const store = openStore(urlOf(proxy.port))
    await untilItWorks(store)
    proxy.setDelay(200)
    expect(await callEverything(store)).toEqual(fails)
    expect(await readNumber(store, anyKey())).toBeGreaterThan(0)
    proxy.setDelay(0)
    await untilItWorks(store)
  })

  test('reads what a full Redis has, and lets changes pass', async () => {
    const { url, port } = later(await startRedis({ settings: ['--maxmemory-policy', 'noeviction'] }))
    const store = openStore(url)
    await untilItWorks(store)
    const key = anyKey()
    await write(store, key)
    const number = await readNumber(store, key)
    await operate(port).config('SET', 'maxmemory', '1')
    await untilItGoes({ ...works, writes: ['failed'] }, store)
    expect(await readNumber(store, key)).toBe(number)
    await increment(store, key)
    // It has no number any more, and there is no room for another.
    expect(await readNumber(store, key)).toBeUndefined()
    await operate(port).config('SET', 'maxmemory', '0')
    await untilItWorks(store)
  })

  test('reads nothing old from a replica that takes no change, and works once it is the primary', async () => {
    const primary = later(await startRedis({ settings: ['--repl-diskless-sync-delay', '0'] }))
    const replica = later(await startRedis())
    const store = keepIncrements(openStore(replica.url))
    await untilItWorks(store)
    const key = anyKey()
    const operator = operate(replica.port)
    await operator.replicaof('127.0.0.1', primary.port)
    await until('the replica has a primary', async () =>
      /master_link_status:up/.test(await operator.info('replication')),
    )
    await operate(primary.port).set(`${key}counter`, 7)
    await until('the replica has the number', async () => (await operator.get(`${key}counter`)) === '7')
    expect(await readNumber(store, key)).toBe(7)
    expect([await write(store), await increment(store, key), await read(store, key)]).toEqual(Array(3).fill('failed'))
    await operator.call('REPLICAOF', 'NO', 'ONE')
    await untilItWorks(store)
    expect(await readNumber(store, key)).not.toBe(7)
  })

  test('reads nothing old from a replica that hears no more of its primary, once it knows that it is one', async () => {
    const primary = later(await startRedis({ settings: ['--repl-diskless-sync-delay', '0'] }))
    const replica = later(await startRedis())
    const [other, store] = [openStore(primary.url), openStore(replica.url)]
    const key = anyKey()
    await untilItWorks(other)
    const number = await readNumber(other, key)
    const operator = operate(replica.port)
    await operator.replicaof('127.0.0.1', primary.port)
    await until('the replica has the number', async () => (await operator.get(`${key}counter`)) === String(number))
    await operator.replicaof('127.0.0.1', await findFreePort())
    await until('the store is there', async () => (await read(store, key)) === 'done')
    expect(await write(store)).toBe('failed')
    expect(await increment(other, key)).toBe('done')
    const seen = new Set<number | undefined>()
    const end = performance.now() + 1_000
    while (performance.now() < end) {
      seen.add(await readNumber(store, key).catch(() => undefined))
      await write(store)
    }
    expect(seen).not.toContain(number)
  })

  test.each([
    ['what is no Redis', 'HTTP/1.1 400 Bad Request\r\nConnection: keep-alive\r\n\r\n'],
    ['what breaks off in the middle', '*3\r\n$5\r\nhel'],
    ['bytes', '\u0000\u00ff\u0017'],
    ['more than was asked', '+OK\r\n'.repeat(100)],
  ])('believes nothing of %s, and finds the Redis that takes its place', async (_what, garbage) => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('data', () => socket.write(garbage))
    })
    const port = await findFreePort()
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const store = openStore(urlOf(port))
    for (let round = 0; round < 5; round += 1) expect(await callEverything(store)).toEqual(fails)
    server.close()
    for (const socket of sockets) socket.destroy()
    await once(server, 'close')
    later(await startRedis({ port }))
    await untilItWorks(store)
  })

  test('finds a cluster that was not there at the start, and is gone later', async () => {
    const ports = [await findFreePort(), await findFreePort(), await findFreePort()]
    const store = openStore(`redis+cluster://${ports.map((port) => `127.0.0.1:${port}`).join(',')}`)
    expect(await callEverything(store)).toEqual(fails)
    const { nodes } = later(await startRedisCluster(ports))
    await untilItWorks(store)
    for (const { pid } of nodes) process.kill(pid, 'SIGKILL')
    await untilItGoes(fails, store)
    later(await startRedisCluster(ports))
    await untilItWorks(store)
    expect(new Set(lines.map(({ msg }) => msg)).size).toBe(2)
  })

  test('finds a cluster again of which a node hangs', async () => {
    const { url, nodes } = later(await startRedisCluster())
    const store = openStore(url)
    await untilItWorks(store)
    const pid = nodes[1]?.pid ?? 0
    process.kill(pid, 'SIGSTOP')
    const { reads = [] } = await callEverything(store)
    expect(reads).toContain('failed')
    process.kill(pid, 'SIGCONT')
    await untilItWorks(store)
  })
})
